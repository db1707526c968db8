package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@SandboxTest
class SandboxApiTests {
    private final SandboxClient sandbox;

    SandboxApiTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @Test
    void startsWithTheSampleCustomersAndTakesMore() {
        var samples = sandbox.get("api/customers").body();
        var named = sandbox.call("POST", "api/customers", "{\"name\":\"Inès & Co\"}");
        var madeUp = sandbox.call("POST", "api/customers", "");

        assertThat(samples.size()).isEqualTo(5);
        assertThat(samples.get(0).path("id").asString()).isEqualTo(ADA);
        assertThat(named.status()).isEqualTo(201);
        assertThat(named.body().path("name").asString()).isEqualTo("Inès & Co");
        assertThat(madeUp.body().path("name").asString()).isNotBlank();
        assertThat(sandbox.get("api/customers").body().size()).isEqualTo(7);
    }

    @Test
    void listsTheCustomerWhoWroteLastFirst() {
        var zoe = "7000000000000003";

        sandbox.write(ADA, "first");
        sandbox.write(zoe, "second");

        var newest = sandbox.get("api/customers").body().get(0);
        assertThat(newest.path("id").asString()).isEqualTo(zoe);
        assertThat(newest.path("lastMessage").asString()).isEqualTo("second");
        assertThat(newest.path("lastAt").asString()).endsWith("Z");
    }

    @Test
    void signsAnyBodyAsItIs() {
        var body = "{ \"object\" : \"page\", \"entry\":[] , \"odd\": \"é\" }";

        var answer = sandbox.call("POST", "api/webhooks", body);

        assertThat(answer.body().path("status").asInt()).isEqualTo(200);
        assertThat(RECEIVER.accepted()).containsExactly(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void signsNothingThatAnotherSitesPageCouldSend(String type) throws IOException {
        var request = sandbox.request("api/webhooks")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(sandbox.exchange(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
        assertThat(RECEIVER.accepted()).isEmpty();
    }

    @Test
    void tellsThatTheReceiverIsAway() {
        RECEIVER.goAway();
        try {
            assertThat(sandbox.call("POST", "api/webhooks", "{}").status()).isEqualTo(502);
        } finally {
            RECEIVER.comeBack();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | api/customers/7000000000000001/messages | {"text":""}             | text
            POST | api/customers/7000000000000001/messages | {}                      | text
            POST | api/customers/7000000000000001/messages | {"text":"Hi","mid":""}  | mid
            POST | api/customers                           | {"name":""}             | name
            PUT  | api/faults                              | {"drop":true}           | calls
            PUT  | api/faults                              | {"calls":1,"status":200}| status
            PUT  | api/behaviour                           | {"copies":0}            | copies
            PUT  | api/behaviour                           | {"delayMillis":-1}      | delayMillis
            """)
    void namesTheFieldThatIsWrong(String method, String path, String body, String field) {
        var answer = sandbox.call(method, path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString("")).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/message").asString("")).isNotBlank();
    }

    @Test
    void answersUnknownCustomersAndBrokenJsonWithProblems() {
        assertThat(sandbox.get("api/customers/1/messages").status()).isEqualTo(404);
        assertThat(sandbox.call("POST", "api/customers/1/read", "").status()).isEqualTo(404);
        assertThat(sandbox.call("POST", "api/customers/1/messages", "{\"text\":\"Hi\"}")
                        .status())
                .isEqualTo(404);
        assertThat(sandbox.call("PUT", "api/faults", "{\"calls\":").status()).isEqualTo(400);
    }

    @Test
    void showsMessagesToOpenBrowsers() throws IOException {
        var answer = sandbox.exchange(sandbox.request("api/events").build(), BodyHandlers.ofLines());
        var message = "data:{\"customerId\":\"%s\",\"message\":{".formatted(ADA);
        var shown = CompletableFuture.supplyAsync(() -> {
            try (var lines = answer.body()) {
                return lines.anyMatch(line -> line.startsWith(message) && line.contains("\"text\":\"look\""));
            }
        });

        sandbox.write(ADA, "look");

        assertThat(shown).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void tellsOpenBrowsersWithAMessageSinceWhenItsCustomerIsInTouch() throws IOException {
        var answer = sandbox.exchange(sandbox.request("api/events").build(), BodyHandlers.ofLines());
        var told = CompletableFuture.supplyAsync(() -> {
            try (var lines = answer.body()) {
                return lines.filter(line -> line.startsWith("data:{\"id\":\"%s\"".formatted(ADA)))
                        .filter(line -> line.contains("first words"))
                        .map(line -> new JsonMapper().readTree(line.substring("data:".length())))
                        .findFirst()
                        .orElseThrow();
            }
        });

        sandbox.write(ADA, "first words");

        assertThat(told)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(customer -> assertThat(customer.path("contactAt")).isEqualTo(customer.path("lastAt")));
    }

    @Test
    void drawsAPictureOfEachCustomer() throws IOException {
        var request = sandbox.request("api/customers/%s/picture".formatted("7000000000000002"))
                .build();

        var picture = sandbox.exchange(request, BodyHandlers.ofString());

        assertThat(picture.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(picture.body()).startsWith("<svg").contains(">É</text>");
    }

    @Test
    void existsInLocalModeOnly() {
        var room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.pupitre.sandbox");

        ArchRuleDefinition.classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .or()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beAnnotatedWith(Profile.class)
                .check(room);
    }
}
