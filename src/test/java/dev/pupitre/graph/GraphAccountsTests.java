package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphFixture.SECRET;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.web.util.UriComponentsBuilder;

class GraphAccountsTests {
    private static final AppAccess APP = new AppAccess("1234", new Secret(SECRET));
    private static final Secret PERSON = new Secret("EAAB-of-the-person");

    private GraphStub stub;
    private GraphHttp http;
    private GraphAccounts accounts;
    private GraphSubscriptions subscriptions;

    @BeforeEach
    void start() throws IOException {
        stub = new GraphStub();
        var settings = stub.settings(Duration.ofSeconds(10));
        http = new GraphHttp(settings);
        var clients = GraphFixture.clients(http, settings, new SimpleMeterRegistry());
        accounts = new GraphAccounts(clients, settings);
        subscriptions = new GraphSubscriptions(clients);
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @Test
    void asksInFacebooksDialogWithStateAndChallenge() {
        var address = accounts.address(new LoginDialog(
                "1234",
                URI.create("https://desk.test/pages/connect/callback"),
                "a+b&c",
                "the-challenge",
                List.of("pages_messaging", "pages_show_list")));

        assertThat(address.toString()).startsWith("https://www.facebook.com/v25.0/dialog/oauth?");
        assertThat(UriComponentsBuilder.fromUri(address)
                        .build()
                        .getQueryParams()
                        .toSingleValueMap())
                .isEqualTo(Map.of(
                        "client_id", "1234",
                        "redirect_uri", "https%3A%2F%2Fdesk.test%2Fpages%2Fconnect%2Fcallback",
                        "state", "a%2Bb%26c",
                        "response_type", "code",
                        "scope", "pages_messaging%2Cpages_show_list",
                        "code_challenge", "the-challenge",
                        "code_challenge_method", "S256"));
    }

    @Test
    void exchangesTheCodeForALongLivedToken() {
        stub.answersWith(exchange -> json(
                        200,
                        exchange.getRequestURI().getQuery().contains("code_verifier")
                                ? "{\"access_token\":\"brief\",\"token_type\":\"bearer\",\"expires_in\":5000}"
                                : "{\"access_token\":\"long\",\"expires_in\":5184000}")
                .answer(exchange));

        var token = accounts.exchange(APP, "code-1", URI.create("https://desk.test/back"), "the-verifier");

        assertThat(token).isEqualTo(new Secret("long"));
        assertThat(stub.calls())
                .extracting(GraphStub.Call::path)
                .containsOnly("/sandbox/graph/v25.0/oauth/access_token");
        assertThat(stub.calls()).extracting(GraphStub.Call::authorization).containsOnlyNulls();
        assertThat(stub.calls().getFirst().parameters())
                .containsEntry("client_id", "1234")
                .containsEntry("client_secret", SECRET)
                .containsEntry("redirect_uri", "https://desk.test/back")
                .containsEntry("code", "code-1")
                .containsEntry("code_verifier", "the-verifier");
        assertThat(stub.calls().getLast().parameters())
                .containsEntry("grant_type", "fb_exchange_token")
                .containsEntry("fb_exchange_token", "brief");
    }

    @Test
    void saysThatThereIsNoTokenWithoutOne() {
        stub.answersWith(json(200, "{}"));

        assertThatExceptionOfType(GraphFailure.class)
                .isThrownBy(() -> accounts.exchange(APP, "code-1", URI.create("https://desk.test/back"), "verifier"));
    }

    @Test
    void readsAllPagesOfThePersonHoweverMany() {
        stub.answersWith(
                exchange -> json(200, exchange.getRequestURI().getQuery().contains("after=second") ? """
                                  {"data": [{"id": 200, "name": "Bistro", "tasks": ["ANALYZE"]}],
                                   "paging": {"cursors": {"before": "second", "after": "third"}}}""" : """
                                  {"data": [{"id": "100", "name": "Café", "access_token": "EAAB-100",
                                    "tasks": ["MESSAGING", "MODERATE"], "picture": {"data": {"url": "https://p.test/1"}}}],
                                   "paging": {"cursors": {"after": "second"}, "next": "https://elsewhere.test/steal"}}""")
                        .answer(exchange));

        assertThat(accounts.accounts(APP, PERSON))
                .containsExactly(
                        new Account(
                                new PageId("100"),
                                "Café",
                                "https://p.test/1",
                                new Secret("EAAB-100"),
                                List.of("MESSAGING", "MODERATE")),
                        new Account(new PageId("200"), "Bistro", null, null, List.of("ANALYZE")));
        assertThat(stub.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.path()).isEqualTo("/sandbox/graph/v25.0/me/accounts");
            assertThat(call.authorization()).isEqualTo("Bearer " + PERSON.value());
            assertThat(call.parameters().get("appsecret_proof")).hasSize(64).satisfies(Hex::decode);
        });
    }

    @Test
    void readsWhatMetaSaysOfATokenThatWorks() {
        stub.answersWith(json(200, """
                {"data": {"app_id": "1234", "type": "PAGE", "is_valid": true, "expires_at": 0,
                  "data_access_expires_at": 1800000000, "user_id": 77, "scopes": ["pages_messaging"],
                  "granular_scopes": [{"scope": "pages_messaging", "target_ids": ["100", 200]}, {"scope": "pages_show_list"}]}}"""));

        assertThat(accounts.inspect(APP, PAGE.token()))
                .isEqualTo(new TokenReport(
                        true,
                        null,
                        "1234",
                        "77",
                        null,
                        Instant.ofEpochSecond(1_800_000_000),
                        List.of("pages_messaging"),
                        Map.of("pages_messaging", Set.of("100", "200"))));
        assertThat(stub.calls()).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/sandbox/graph/v25.0/debug_token");
            assertThat(call.authorization()).isEqualTo("Bearer 1234|" + SECRET);
            assertThat(call.parameters())
                    .containsEntry("input_token", GraphFixture.TOKEN)
                    .containsKey("appsecret_proof");
        });
    }

    @Test
    void saysInPlainWordsWhyATokenIsDead() {
        stub.answersWith(json(200, """
                {"data": {"app_id": "1234", "is_valid": false, "scopes": [],
                  "error": {"code": 190, "subcode": 460, "message": "Error validating access token"}}}"""));

        assertThat(accounts.inspect(APP, PAGE.token()))
                .returns(false, TokenReport::valid)
                .returns("The person who connected the Page has changed their Facebook password", TokenReport::problem);
    }

    @Test
    void readsOwnSubscribedFieldsOnly() {
        stub.answersWith(json(200, """
                {"data": [{"id": "999", "subscribed_fields": ["leadgen"]},
                          {"id": 1234, "name": "Pupitre", "subscribed_fields": ["messages", "feed"]}]}"""));

        assertThat(subscriptions.fields(PAGE, "1234")).containsExactly("feed", "messages");
        assertThat(subscriptions.fields(PAGE, "5678")).isEmpty();
    }

    @Test
    void subscribesAndUnsubscribesThePage() {
        stub.answersWith(json(200, "{\"success\":true}"));

        subscriptions.subscribe(PAGE, List.of("messages", "feed"));
        subscriptions.unsubscribe(PAGE);

        assertThat(stub.calls())
                .extracting(GraphStub.Call::method, GraphStub.Call::path)
                .containsExactly(
                        tuple("POST", "/sandbox/graph/v25.0/100000000000001/subscribed_apps"),
                        tuple("DELETE", "/sandbox/graph/v25.0/100000000000001/subscribed_apps"));
        assertThat(stub.calls().getFirst().parameters())
                .containsEntry("subscribed_fields", "feed,messages")
                .containsKey("appsecret_proof");
        assertThat(stub.calls().getLast().parameters()).containsKey("appsecret_proof");
    }
}
