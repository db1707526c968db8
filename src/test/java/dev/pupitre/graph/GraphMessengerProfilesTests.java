package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.graph.MessengerProfile.Greeting;
import dev.pupitre.graph.MessengerProfile.IceBreaker;
import dev.pupitre.graph.MessengerProfile.MenuItem;
import dev.pupitre.graph.MessengerProfile.MenuItem.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GraphMessengerProfilesTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final MessengerProfile PROFILE = new MessengerProfile(
            List.of(new Greeting("default", "Hello"), new Greeting("fr_FR", "Bonjour")),
            "GET_STARTED",
            List.of(new IceBreaker("Where are you?", "WHERE")),
            List.of(
                    new MenuItem(Kind.POSTBACK, "An agent", "AGENT"),
                    new MenuItem(Kind.LINK, "Shop", "https://s.test/")));

    private GraphStub stub;
    private GraphHttp http;
    private GraphMessengerProfiles profiles;

    @BeforeEach
    void start() throws IOException {
        stub = new GraphStub();
        var settings = stub.settings(Duration.ofSeconds(10));
        http = new GraphHttp(settings);
        profiles = new GraphMessengerProfiles(GraphFixture.clients(http, settings, new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @Test
    void readsWhatMetaKeeps() {
        stub.answersWith(json(200, """
                {"data": [{
                  "greeting": [{"locale": "default", "text": "Hello"}, {"locale": "fr_FR", "text": "Bonjour"}],
                  "get_started": {"payload": "GET_STARTED"},
                  "ice_breakers": [{"locale": "default", "call_to_actions": [{"question": "Where are you?", "payload": "WHERE"}]},
                                   {"locale": "fr_FR", "call_to_actions": [{"question": "Où êtes-vous ?", "payload": "WHERE"}]}],
                  "persistent_menu": [{"locale": "default", "composer_input_disabled": false, "call_to_actions": [
                    {"type": "postback", "title": "An agent", "payload": "AGENT"},
                    {"type": "web_url", "title": "Shop", "url": "https://s.test/", "webview_height_ratio": "full"}]}]}]}"""));

        assertThat(profiles.read(PAGE)).isEqualTo(PROFILE);
    }

    @Test
    void readsTheOlderFormOfIceBreakersAndAnEmptyProfile() {
        stub.answersWith(json(200, """
                {"data": [{"ice_breakers": [{"question": "Where are you?", "payload": "WHERE"}]}]}"""));
        assertThat(profiles.read(PAGE).iceBreakers()).isEqualTo(PROFILE.iceBreakers());

        stub.answersWith(json(200, "{\"data\": []}"));
        assertThat(profiles.read(PAGE)).isEqualTo(new MessengerProfile(List.of(), null, List.of(), List.of()));
    }

    @Test
    void setsAWholeProfileInOneCall() {
        stub.answersWith(json(200, "{\"result\":\"success\"}"));

        profiles.write(PAGE, PROFILE);

        assertThat(stub.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/sandbox/graph/v25.0/me/messenger_profile");
            assertJson(call.parameters().get("get_started"), "{\"payload\": \"GET_STARTED\"}");
            assertJson(call.parameters().get("greeting"), """
                    [{"locale": "default", "text": "Hello"}, {"locale": "fr_FR", "text": "Bonjour"}]""");
            assertJson(call.parameters().get("ice_breakers"), """
                    [{"locale": "default", "call_to_actions": [{"question": "Where are you?", "payload": "WHERE"}]}]""");
            assertJson(call.parameters().get("persistent_menu"), """
                    [{"locale": "default", "call_to_actions": [
                      {"type": "postback", "title": "An agent", "payload": "AGENT"},
                      {"type": "web_url", "title": "Shop", "url": "https://s.test/"}]}]""");
        });
    }

    @Test
    void deletesWhatWasEmptied() {
        stub.answersWith(json(200, "{\"result\":\"success\"}"));

        profiles.write(PAGE, new MessengerProfile(PROFILE.greetings(), null, List.of(), List.of()));

        assertThat(stub.calls()).extracting(GraphStub.Call::method).containsExactly("POST", "DELETE");
        assertThat(stub.calls().getFirst().parameters()).containsKey("greeting").doesNotContainKey("get_started");
        assertJson(
                stub.calls().getLast().parameters().get("fields"),
                "[\"persistent_menu\", \"ice_breakers\", \"get_started\"]");
    }

    private static void assertJson(@Nullable String actual, String expected) {
        assertThat(JSON.readTree(String.valueOf(actual))).isEqualTo(JSON.readTree(expected));
    }
}
