package dev.pupitre.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link GraphApi} relies on, whoever is at the other end. */
abstract class GraphContract {
    static final String PAGE = "100000000000001";
    static final String TOKEN = "sandbox-page-token";
    static final String SECRET = "sandbox-secret";
    static final String ADA = "7000000000000001";
    private static final String NOBODY = "7999999999999999";

    private GraphHttp http;
    private GraphApi graph;

    abstract URI address();

    /** The next send fails with that error; with {@code code} 0 its connection breaks without an answer. */
    abstract void failNextSend(int code, int subcode);

    @BeforeEach
    void connect() {
        var settings = new GraphProperties(
                address(),
                "v25.0",
                GraphFixture.DIALOG,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        http = new GraphHttp(settings);
        graph = new GraphApi(GraphFixture.clients(http, settings, new SimpleMeterRegistry()));
    }

    @AfterEach
    void disconnect() {
        http.close();
    }

    @Test
    void givesEachMessageAnIdOfItsOwn() {
        assertThat(graph.send(page(TOKEN, SECRET), hello(ADA)))
                .isNotEqualTo(graph.send(page(TOKEN, SECRET), hello(ADA)));
    }

    @Test
    void needsNoProofUnlessItIsGiven() {
        assertThat(graph.send(new PageAccess(new PageId(PAGE), new Secret(TOKEN), null), hello(ADA)))
                .isNotBlank();
    }

    @Test
    void refusesAnotherToken() {
        assertThat(failure(page("another", SECRET), ADA)).isEqualTo(Kind.TOKEN);
    }

    @Test
    void refusesAWrongProof() {
        assertThat(failure(page(TOKEN, "another"), ADA)).isEqualTo(Kind.REJECTED);
    }

    @Test
    void doesNotKnowEverybody() {
        assertThat(failure(page(TOKEN, SECRET), NOBODY)).isEqualTo(Kind.RECIPIENT);
        assertThat(graph.profile(page(TOKEN, SECRET), NOBODY)).isEmpty();
    }

    @Test
    void tellsTheNameOfACustomer() {
        assertThat(graph.profile(page(TOKEN, SECRET), ADA))
                .hasValueSatisfying(profile -> assertThat(profile.name()).startsWith("Ada "));
    }

    @Test
    void failsWithTheErrorsOfTheGraphApi() {
        failNextSend(10, 2018278);
        assertThat(failure(page(TOKEN, SECRET), ADA)).isEqualTo(Kind.WINDOW);
        failNextSend(2, 0);
        assertThat(failure(page(TOKEN, SECRET), ADA)).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void leavesADoubtWhenTheConnectionBreaks() {
        failNextSend(0, 0);

        assertThat(failure(page(TOKEN, SECRET), ADA)).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    private Kind failure(PageAccess access, String recipient) {
        return catchThrowableOfType(GraphFailure.class, () -> graph.send(access, hello(recipient)))
                .kind();
    }

    private static PageAccess page(String token, String secret) {
        return new PageAccess(new PageId(PAGE), new Secret(token), new Secret(secret));
    }

    private static OutboundMessage hello(String recipient) {
        return OutboundMessage.text(recipient, "Bonjour 👋", UUID.randomUUID().toString());
    }
}
