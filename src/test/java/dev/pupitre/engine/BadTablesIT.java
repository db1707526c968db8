package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The process with tables in which every value is of a wrong type, on the real broker: nothing is stuck. */
class BadTablesIT {
    private static final String PREFIX = "bad-";

    private final ConversationRun run = new ConversationRun(PREFIX);

    @BeforeAll
    static void deployUnderOtherNames() throws IOException {
        deploy(
                "bad-listening.dmn",
                table("listening")
                        .replace("<text>true</text>", "<text>\"perhaps\"</text>")
                        .replace("<text>\"default\"</text>", "<text>42</text>"));
        deploy(
                "bad-business-hours.dmn",
                table("business-hours")
                        .replace("<text>true</text>", "<text>\"sometimes\"</text>")
                        .replace("<text>false</text>", "<text>null</text>"));
        deploy("bad-routing.dmn", badRouting());
        deploy(
                "bad-conversation.bpmn",
                new String(ModelCopy.of("conversation", PREFIX), UTF_8)
                        .replace("calledDecision decisionId=\"", "calledDecision decisionId=\"" + PREFIX));
    }

    @Test
    void leadsTheConversationToTheMembersOfItsCampaign() {
        run.start("this is urgent");

        var prepare = run.prepare();
        var queue = run.next("queue-conversation");

        assertThat(prepare.getVariablesAsMap())
                .extractingByKey("listening")
                .isEqualTo(Map.of("listen", "perhaps", "campaign", 42));
        assertThat(queue.getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("target=null", "team=null", "agent=null", "expertise=null", "priority=0");
    }

    /** The row of urgent words: a number for a target, a list for a team, nothing known, and words for a priority. */
    private static String badRouting() throws IOException {
        return table("routing")
                .replaceAll("(routing-rule-1-output-1\">\\s*<text>)null", "$17")
                .replaceAll("(routing-rule-1-output-2\">\\s*<text>)null", "$1[1,2]")
                .replaceAll("(routing-rule-1-output-3\">\\s*<text>)null", "$1{}")
                .replaceAll("(routing-rule-1-output-4\">\\s*<text>)null", "$1nobody")
                .replaceAll("(routing-rule-1-output-5\">\\s*<text>)10", "$1\"very high\"");
    }

    private static String table(String name) throws IOException {
        return file("dmn/" + name + ".dmn")
                .replace("decision id=\"" + name + "\"", "decision id=\"bad-" + name + "\"")
                .replace("dmnElementRef=\"" + name + "\"", "dmnElementRef=\"bad-" + name + "\"");
    }

    private static String file(String name) throws IOException {
        return new ClassPathResource(name).getContentAsString(UTF_8);
    }

    private static void deploy(String name, String xml) {
        ConversationRun.deploy(xml.getBytes(UTF_8), name);
    }
}
