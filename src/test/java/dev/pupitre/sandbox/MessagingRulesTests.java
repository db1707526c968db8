package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sandbox refuses what Meta refuses, with the same codes. */
@SandboxTest
class MessagingRulesTests {
    private static final String AT_ADA = "api/customers/" + ADA;
    private static final String AT_PAGE = "api/pages/" + PAGE;

    private final SandboxClient sandbox;

    MessagingRulesTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            23.9  | RESPONSE    |                        | false |   0 |       0
            23.9  | UPDATE      |                        | false |   0 |       0
            24.1  | RESPONSE    |                        | true  |  10 | 2018278
            24.1  | UPDATE      |                        | true  |  10 | 2018278
            24.1  | MESSAGE_TAG | HUMAN_AGENT            | true  |   0 |       0
            24.1  | MESSAGE_TAG | HUMAN_AGENT            | false | 100 |       0
            168.1 | MESSAGE_TAG | HUMAN_AGENT            | true  |  10 | 2018278
            1     | MESSAGE_TAG | ACCOUNT_UPDATE         | true  | 100 | 1893061
            1     | MESSAGE_TAG | CONFIRMED_EVENT_UPDATE | true  | 100 | 1893061
            1     | MESSAGE_TAG | POST_PURCHASE_UPDATE   | true  | 100 | 1893061
            1     | MESSAGE_TAG |                        | true  | 100 |       0
            1     | UTILITY     |                        | true  | 100 |       0
            """)
    void knowsTheWindowsAndTheTags(double hours, String type, String tag, boolean granted, int code, int subcode) {
        sandbox.patch(AT_PAGE, Map.of("humanAgent", granted));
        sandbox.put(AT_ADA + "/window", Map.of("hoursAgo", hours));

        var extra = new HashMap<String, Object>(Map.of("messaging_type", type));
        if (tag != null) {
            extra.put("tag", tag);
        }
        var answer = send(extra);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.subcode()).isEqualTo(subcode);
        assertThat(sandbox.sent()).hasSize(code == 0 ? 1 : 0);
    }

    @Test
    void opensTheWindowByMessagesPostbacksReactionsAndReferralsOnly() {
        var old = Instant.now().minus(Duration.ofHours(30)).toString();
        var mid = sandbox.post(AT_ADA + "/messages", Map.of("text", "long ago", "timestamp", old))
                .text("/mid");
        assertThat(send(Map.of()).subcode()).isEqualTo(2018278);

        sandbox.call("POST", AT_ADA + "/read", "");
        assertThat(send(Map.of()).subcode()).isEqualTo(2018278);
        sandbox.put(AT_ADA + "/messages/" + mid + "/reaction", Map.of());
        assertThat(send(Map.of()).status()).isEqualTo(200);

        sandbox.put(AT_ADA + "/window", Map.of("hoursAgo", 30));
        sandbox.post(AT_ADA + "/referrals", Map.of("ref", "back"));
        assertThat(send(Map.of()).status()).isEqualTo(200);

        sandbox.call("PUT", AT_ADA + "/window", "{\"hoursAgo\":null}");
        assertThat(send(Map.of()).subcode()).isEqualTo(2018278);
        sandbox.post(AT_ADA + "/postbacks", Map.of("payload", "X"));
        assertThat(send(Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"SENDING, 10, 1893063", "POLICY, 368, 0", "BUSINESS, 100, 2534029"})
    void restrictsAPageUntilToldOtherwise(String restriction, int code, int subcode) {
        sandbox.patch(AT_PAGE, Map.of("restriction", restriction));

        assertThat(send(Map.of()).code()).isEqualTo(code);
        assertThat(send(Map.of()).subcode()).isEqualTo(subcode);

        sandbox.patch(AT_PAGE, Map.of("restriction", "NONE"));
        assertThat(send(Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXPIRED          | 463
            REVOKED          | 458
            PASSWORD_CHANGED | 460
            CHECKPOINT       | 459
            UNCONFIRMED      | 464
            LOGGED_OUT       | 467
            ROLE_LOST        |   0
            """)
    void killsATokenInEachWay(String state, int subcode) {
        sandbox.patch(AT_PAGE, Map.of("token", state));

        var answer = send(Map.of());
        assertThat(answer.code()).isEqualTo(190);
        assertThat(answer.subcode()).isEqualTo(subcode);

        sandbox.patch(AT_PAGE, Map.of("token", "VALID"));
        assertThat(send(Map.of()).status()).isEqualTo(200);
    }

    @Test
    void asksForThePermissionOfEachCall() {
        sandbox.patch(AT_PAGE, Map.of("missingPermissions", List.of("pages_messaging", "pages_manage_metadata")));

        assertThat(send(Map.of()).code()).isEqualTo(200);
        assertThat(sandbox.graph("me/subscribed_apps").code()).isEqualTo(200);
        assertThat(sandbox.graph("me?fields=name").status()).isEqualTo(200);
    }

    @Test
    void blocksACustomerAsOftenAsItIsAskedTo() {
        assertThat(sandbox.graph("POST", "me/blocked", Map.of("psid", List.of(ADA)))
                        .body())
                .hasToString("{\"%s\":true}".formatted(ADA));
        assertThat(sandbox.graph("POST", "me/blocked", Map.of("psid", List.of(ADA)))
                        .body())
                .hasToString("{\"%s\":true}".formatted(ADA));
        assertThat(sandbox.graph("me/blocked").body().get("data")).hasSize(1);
        assertThat(sandbox.graph("DELETE", "me/blocked?psid=" + ADA, Map.of()).status())
                .isEqualTo(200);
        assertThat(sandbox.graph("me/blocked").body().get("data")).isEmpty();
    }

    @Test
    void takesSoManyMessagesASecondAndNotMore() {
        sandbox.put("api/limits", Map.of("sendsPerSecond", 1));

        var codes = List.of(
                send(Map.of()).code(),
                send(Map.of()).code(),
                send(Map.of()).code(),
                send(Map.of()).code());

        assertThat(codes).contains(0, 613).containsOnly(0, 613);
    }

    @Test
    void tellsItsLoadAndRefusesWhenFull() throws Exception {
        sandbox.put("api/usage", Map.of("callCount", 42, "regainMinutes", 3));
        var request = sandbox.request("graph/v25.0/me?fields=name")
                .header("Authorization", "Bearer " + SandboxClient.TOKEN)
                .build();

        var headers = sandbox.exchange(request, BodyHandlers.discarding()).headers();

        assertThat(headers.firstValue("X-App-Usage"))
                .hasValue("{\"call_count\":42,\"total_time\":0,\"total_cputime\":0}");
        assertThat(headers.firstValue("X-Business-Use-Case-Usage").orElse(""))
                .contains("\"" + PAGE + "\"", "\"estimated_time_to_regain_access\":3");
        sandbox.put("api/usage", Map.of("callCount", 100));
        assertThat(send(Map.of()).code()).isEqualTo(4);
    }

    @Test
    void failsCallsOfOnePathOnly() {
        sandbox.fail(Map.of("calls", 1, "code", 32, "path", "/personas"));

        assertThat(send(Map.of()).status()).isEqualTo(200);
        assertThat(sandbox.graph("me/personas").code()).isEqualTo(32);
        assertThat(sandbox.graph("me/personas").status()).isEqualTo(200);
    }

    @Test
    void knowsWhoseThreadItIs() {
        sandbox.post(AT_ADA + "/thread-control", Map.of("action", "TAKE"));
        assertThat(send(Map.of()).subcode()).isEqualTo(2018300);
        assertThat(sandbox.graph("me/thread_owner?recipient=" + ADA).text("/data/0/thread_owner/app_id"))
                .isEqualTo("400000000000001");

        sandbox.graph("POST", "me/take_thread_control", Map.of("recipient", Map.of("id", ADA)));

        assertThat(send(Map.of()).status()).isEqualTo(200);
    }

    @Test
    void servesEachPageByItsOwnTokenAndCustomers() {
        var inBookshop = sandbox.post("api/customers", Map.of("name", "Léa", "page", "100000000000002"))
                .text("/id");
        var body = Map.of("recipient", Map.of("id", inBookshop), "message", Map.of("text", "Hi"));

        assertThat(sandbox.graph("POST", "me/messages", body).subcode()).isEqualTo(2018001);
        assertThat(sandbox.graph("POST", "100000000000002/messages", "sandbox-page-token-2", body)
                        .status())
                .isEqualTo(200);
    }

    private SandboxClient.Answer send(Map<String, Object> extra) {
        var body = new HashMap<>(extra);
        body.put("recipient", Map.of("id", ADA));
        body.put("message", Map.of("text", "Hello"));
        return sandbox.graph("POST", "me/messages", body);
    }
}
