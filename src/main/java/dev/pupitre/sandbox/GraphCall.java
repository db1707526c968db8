package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a call to the Graph API, which takes them as JSON, as a form, with files, or in the address. */
final class GraphCall {
    private final HttpServletRequest request;
    private final JsonMapper json;
    private final JsonNode body;

    GraphCall(HttpServletRequest request, JsonMapper json) throws IOException {
        this.request = request;
        this.json = json;
        if (request instanceof MultipartHttpServletRequest parts) {
            // Whatever is too large is known only when all of it is asked for, and other parameters are lost with it.
            var _ = parts.getFileMap();
        }
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

    String required(String name) {
        return text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> GraphError.invalidParameter("The parameter %s is required".formatted(name)));
    }

    /** A structured parameter; in a form, and sometimes in JSON too, it is itself written as JSON text. */
    JsonNode structure(String name) {
        var value = body.path(name);
        if (value.isContainer()) {
            return value;
        }
        return text(name).map(text -> parse(name, text, json)).orElse(json.missingNode());
    }

    /** A list, as JSON or parted by commas. */
    List<String> list(String name) {
        var value = body.path(name);
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        var text = text(name).orElse("").strip();
        if (text.startsWith("[")) {
            return parse(name, text, json).valueStream().map(JsonNode::asString).toList();
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    JsonNode body() {
        return body;
    }

    Optional<MultipartFile> file(String name) {
        return request instanceof MultipartHttpServletRequest parts
                ? Optional.ofNullable(parts.getFile(name))
                : Optional.empty();
    }

    Optional<String> token() {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.startsWith("Bearer ") || value.startsWith("OAuth "))
                .map(value -> value.substring(value.indexOf(' ') + 1).strip());
        return header.or(() -> text("access_token"));
    }

    String address() {
        return request.getRequestURL().toString();
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
