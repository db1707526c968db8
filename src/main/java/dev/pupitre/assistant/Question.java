package dev.pupitre.assistant;

import dev.pupitre.campaign.Campaign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to know.
 *
 * @param locale the customer's, or the language they seem to write
 * @param asked the messages that wait for an answer
 * @param before what was said before them, oldest first
 * @param budget what answering may cost
 */
record Question(Campaign campaign, @Nullable String locale, List<String> asked, List<Line> before, Budget budget) {
    /** One message of the conversation so far. */
    record Line(boolean ofCustomer, String text) {}

    String text() {
        return String.join("\n", asked);
    }
}
