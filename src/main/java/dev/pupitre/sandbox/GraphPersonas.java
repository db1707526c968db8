package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The names and pictures under which a Page's agents write (Messenger Platform, "Personas"). */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}")
class GraphPersonas {
    private static final int MAX_NAME = 50;

    private final GraphTokens tokens;
    private final JsonMapper json;

    GraphPersonas(GraphTokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    @PostMapping("/{page}/personas")
    Map<String, String> create(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.MESSAGING);
        var name = call.required("name");
        if (name.codePointCount(0, name.length()) > MAX_NAME) {
            throw GraphError.invalidParameter("Length of param name must be less than or equal to " + MAX_NAME);
        }
        var id = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));
        found.personas().put(id, new Persona(id, name, call.required("profile_picture_url")));
        return Map.of("id", id);
    }

    @GetMapping("/{page}/personas")
    GraphList<View> list(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.MESSAGING);
        var personas = found.personas().values().stream()
                .sorted(Comparator.comparing(Persona::id))
                .toList();
        return GraphList.page(personas, Persona::id, View::of, call);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String name,
            @JsonProperty("profile_picture_url") @Nullable String picture,
            String id) {
        static View of(Persona persona) {
            return new View(persona.name(), persona.picture(), persona.id());
        }
    }
}
