package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The process with tables in which every value is of a wrong type, on the real broker: nothing is stuck. */
class BadTablesIT {
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();

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
                file("bpmn/conversation.bpmn")
                        .replace("<bpmn:process id=\"conversation\"", "<bpmn:process id=\"bad-conversation\"")
                        .replace("bpmnElement=\"conversation\"", "bpmnElement=\"bad-conversation\"")
                        .replace("name=\"conversation-started\"", "name=\"bad-conversation-started\"")
                        .replace("name=\"conversation-taken-up\"", "name=\"bad-conversation-taken-up\"")
                        .replace("calledDecision decisionId=\"", "calledDecision decisionId=\"bad-")
                        .replace("taskDefinition type=\"", "taskDefinition type=\"bad-"));
        for (var task : new String[] {"bad-prepare-conversation", "bad-queue-conversation"}) {
            CLIENT.newWorker()
                    .jobType(task)
                    .handler((_, job) -> jobs(task).add(job))
                    .timeout(TestBroker.PATIENCE)
                    .open();
        }
    }

    @Test
    void leadsTheConversationToTheMembersOfItsCampaign() throws InterruptedException {
        var id = UUID.randomUUID().toString();
        CLIENT.newPublishMessageCommand()
                .messageName("bad-conversation-started")
                .correlationKey(id)
                .variables(Map.of(
                        "conversationId", id,
                        "page", "100",
                        "kind", "message",
                        "text", "this is urgent",
                        "weekday", "Monday",
                        "localTime", "10:00:00"))
                .send()
                .join();

        var prepare = next("bad-prepare-conversation");
        CLIENT.newCompleteCommand(prepare)
                .variables(Map.of(
                        "campaign", "default",
                        "schedule", "always",
                        "localDate", "2026-03-02",
                        "assistant", false,
                        "chatTime", "PT87600H",
                        "idle", "PT24H"))
                .send()
                .join();
        var queue = next("bad-queue-conversation");

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
        CLIENT.newDeployResourceCommand()
                .addResourceBytes(xml.getBytes(UTF_8), name)
                .send()
                .join();
    }

    private static ActivatedJob next(String task) throws InterruptedException {
        var job = jobs(task).poll(TestBroker.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(job).as("a job %s", task).isNotNull();
        return job;
    }

    private static BlockingQueue<ActivatedJob> jobs(String task) {
        return JOBS.computeIfAbsent(task, _ -> new LinkedBlockingQueue<>());
    }
}
