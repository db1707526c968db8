package dev.pupitre.graph;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** A Page, and something to say. */
final class GraphFixture {
    static final String TOKEN = "EAAB-very-secret-token";
    static final String DIALOG = "https://www.facebook.com/{version}/dialog/oauth";
    static final String SECRET = "app-secret";
    static final PageAccess PAGE = new PageAccess(new PageId("100000000000001"), new Secret(TOKEN), new Secret(SECRET));
    static final OutboundMessage HELLO = OutboundMessage.text("42", "Bonjour à vous 👋 & \"merci\" = +1 %", "m-1");

    private GraphFixture() {}

    static GraphClients clients(GraphHttp http, GraphProperties settings, MeterRegistry meters) {
        return new GraphClients(http, settings, new GraphUsage(meters, Clock.systemUTC()), meters);
    }
}
