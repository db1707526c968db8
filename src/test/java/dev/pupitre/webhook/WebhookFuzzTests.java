package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.reset;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.Inbox;
import dev.pupitre.page.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Signed nonsense: samples with parts cut off, broken or changed into something of another type. */
@WebhookTest
class WebhookFuzzTests {
    private static final long SEED = 20261121;
    private static final int ROUNDS = 4000;

    private final WebhookClient meta;
    private final Inbox inbox;
    private final Pages pages;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    WebhookFuzzTests(Inbox inbox, Pages pages, @LocalServerPort int port) {
        this.inbox = inbox;
        this.pages = pages;
        this.meta = new WebhookClient(port);
    }

    @BeforeEach
    void listen() {
        reset(inbox, pages);
        WebhookFixture.connect(pages);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void acknowledgesWhateverIsSignedWithoutAnErrorInTheLog() throws IOException {
        var samples = samples();
        var mutation = new JsonMutation(new Random(SEED));
        Map<Integer, Integer> statuses = new HashMap<>();

        for (var round = 0; round < ROUNDS; round++) {
            var body = mutation.of(samples.get(round % samples.size()));
            statuses.merge(meta.post(body).statusCode(), 1, Integer::sum);
        }

        assertThat(statuses).isEqualTo(Map.of(200, ROUNDS));
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
        assertThat(stored())
                .hasSizeGreaterThan(ROUNDS / 10)
                .allSatisfy(event -> assertThat(event.key()).isNotBlank().hasSizeLessThanOrEqualTo(800))
                .allSatisfy(
                        event -> assertThat(event.thread())
                                .matches(
                                        "m:100000000000001:[A-Za-z0-9._-]+|c:100000000000001:[A-Za-z0-9._:-]+|p:100000000000001"));
    }

    /** A call is a list of items: the bad ones around it must not take the good one with them. */
    @Test
    void neverLosesAGoodEventBesideABadOne() throws IOException {
        var samples = samples();
        var mutation = new JsonMutation(new Random(SEED + 1));
        var json = new JsonMapper();
        var good = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var bad = parsed(json, mutation.of(samples.get(round % samples.size())));
            if (bad.isEmpty()) {
                continue;
            }
            var call = callAround(json, bad.get(), "m_good" + round, round % 3);
            assertThat(meta.post(json.writeValueAsBytes(call)).statusCode()).isEqualTo(200);
            good++;
        }

        assertThat(good).isGreaterThan(ROUNDS / 4);
        assertThat(stored())
                .extracting(InboundEvent::key)
                .filteredOn(key -> key.startsWith("m_good"))
                .doesNotHaveDuplicates()
                .hasSize(good);
    }

    private static Optional<JsonNode> parsed(JsonMapper json, byte[] body) {
        try {
            return Optional.of(json.readTree(body));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** The bad call's entries, with a good message before, after or within one of them. */
    private static ObjectNode callAround(JsonMapper json, JsonNode bad, String mid, int where) {
        var call = json.createObjectNode().put("object", "page");
        var entries = call.putArray("entry");
        var good = json.readTree(WebhookFixture.sampleWith("text", "m_text1", mid))
                .path("entry")
                .path(0);
        var badEntry = bad.path("entry").path(0);
        if (where == 0) {
            entries.add(good);
        }
        if (where == 2 && badEntry.path("messaging").isArray()) {
            var mixed = (ObjectNode) badEntry.deepCopy();
            ((ArrayNode) mixed.path("messaging")).add(good.path("messaging").path(0));
            entries.add(mixed);
        } else {
            entries.add(badEntry.isMissingNode() ? bad : badEntry);
            if (where != 0) {
                entries.add(good);
            }
        }
        return call;
    }

    private List<InboundEvent> stored() {
        ArgumentCaptor<List<InboundEvent>> events = ArgumentCaptor.captor();
        then(inbox).should(atLeastOnce()).accept(events.capture());
        return events.getAllValues().stream().flatMap(List::stream).toList();
    }

    private static List<String> samples() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:meta/*.json");
        assertThat(files).hasSizeGreaterThan(50);
        var samples = new ArrayList<String>();
        for (var file : files) {
            samples.add(file.getContentAsString(UTF_8));
        }
        return samples;
    }
}
