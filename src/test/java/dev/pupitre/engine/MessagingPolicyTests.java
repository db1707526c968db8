package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** In process, as the desk and the outbox ask. */
class MessagingPolicyTests extends MessagingPolicyCases {
    private static final DecisionTables TABLES = PackagedTables.decisionTables();

    @Override
    Verdict decide(Facts facts) {
        return TABLES.decide("messaging-policy", facts, Verdict.class);
    }

    /** Meta rejects the other three since 27 April 2026 (error 100, subcode 1893061). */
    @Test
    void knowsNoTagButTheOneThatIsLeft() throws Exception {
        var table = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ClassPathResource("dmn/messaging-policy.dmn").getInputStream());

        assertThat(table.getDocumentElement().getTextContent())
                .contains("HUMAN_AGENT")
                .doesNotContain("CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE");
    }
}
