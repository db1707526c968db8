package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An administrator's way to Facebook's dialog and back. */
record FacebookDialog(HttpSession admin, HttpSession facebook) {
    private static final String CONNECT = "/api/v1/pages/connect";

    /** Through the dialog and back, then the choice. */
    Answer connect(Map<String, Object> answers, String... pages) {
        return admin.post(CONNECT + "/" + answered(answers), Map.of("pages", List.of(pages)));
    }

    /** Through the dialog and back: the state by which the choice is found. */
    String answered(Map<String, Object> answers) {
        var begun = begun();
        var answer = admin.get(path(location(begun, answers)));
        var state = begun.get("state").asString();
        assertThat(answer).returns(303, Answer::status);
        assertThat(answer.response().headers().firstValue("Location")).hasValue("/pages/connect/" + state);
        return state;
    }

    JsonNode begun() {
        return admin.get(CONNECT).json();
    }

    /** Where the dialog sends the browser. */
    URI location(JsonNode begun, Map<String, Object> answers) {
        var asked = new HashMap<>(answers);
        asked.put("url", begun.get("url").asString());
        var answer = facebook.post("/sandbox/api/dialog", asked);
        assertThat(answer).returns(200, Answer::status);
        return URI.create(answer.json().get("location").asString());
    }

    static String path(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
