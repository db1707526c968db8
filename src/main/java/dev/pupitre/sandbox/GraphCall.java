package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a call to the Graph API, which takes them as JSON, as a form or in the address. */
final class GraphCall {
    private final HttpServletRequest request;
    private final JsonMapper json;
    private final JsonNode body;

    GraphCall(HttpServletRequest request, JsonMapper json) throws IOException {
        this.request = request;
        this.json = json;
        this.body = isJson(request)
                ? parse("body", new String(request.getInputStream().readAllBytes(), UTF_8), json)
                : json.missingNode();
    }

    Optional<String> text(String name) {
        var value = body.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asString())
                : Optional.ofNullable(request.getParameter(name));
    }

    /** A structured parameter; in a form, and sometimes in JSON too, it is itself written as JSON text. */
    JsonNode structure(String name) {
        var value = body.path(name);
        if (value.isContainer()) {
            return value;
        }
        return text(name).map(text -> parse(name, text, json)).orElse(json.missingNode());
    }

    Optional<String> token() {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.startsWith("Bearer ") || value.startsWith("OAuth "))
                .map(value -> value.substring(value.indexOf(' ') + 1).strip());
        return header.or(() -> text("access_token"));
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static JsonNode parse(String name, String text, JsonMapper json) {
        try {
            return json.readTree(text);
        } catch (JacksonException malformed) {
            throw GraphError.invalidParameter("Param %s must be valid JSON".formatted(name));
        }
    }
}
