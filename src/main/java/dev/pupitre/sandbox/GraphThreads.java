package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives threads away and takes them back for Pupitre (Messenger Platform, "Conversation Routing"). */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}/{page}")
class GraphThreads {
    private final GraphTokens tokens;
    private final Recipients recipients;
    private final OtherApps others;
    private final JsonMapper json;

    GraphThreads(GraphTokens tokens, Recipients recipients, OtherApps others, JsonMapper json) {
        this.tokens = tokens;
        this.recipients = recipients;
        this.others = others;
        this.json = json;
    }

    @PostMapping("/take_thread_control")
    Map<String, Boolean> take(@PathVariable String page, HttpServletRequest request) throws IOException {
        others.takenByUs(thread(page, new GraphCall(request, json)));
        return Map.of("success", true);
    }

    @PostMapping("/pass_thread_control")
    Map<String, Boolean> pass(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var thread = thread(page, call);
        requireOurs(thread);
        others.passTo(thread, call.required("target_app_id"));
        return Map.of("success", true);
    }

    @PostMapping("/release_thread_control")
    Map<String, Boolean> release(@PathVariable String page, HttpServletRequest request) throws IOException {
        requireOurs(thread(page, new GraphCall(request, json)));
        return Map.of("success", true);
    }

    /** Whoever has the thread may ignore it. */
    @PostMapping({"/request_thread_control", "/extend_thread_control"})
    Map<String, Boolean> request(@PathVariable String page, HttpServletRequest request) throws IOException {
        thread(page, new GraphCall(request, json));
        return Map.of("success", true);
    }

    @GetMapping("/thread_owner")
    GraphList<Ownership> owner(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.MESSAGING);
        var thread = recipients.thread(found, call.required("recipient"));
        return GraphList.all(List.of(new Ownership(new Owner(others.ownerOf(thread)))));
    }

    record Ownership(@JsonProperty("thread_owner") Owner owner) {}

    record Owner(@JsonProperty("app_id") String app) {}

    private CustomerThread thread(String page, GraphCall call) {
        var found = tokens.checkPage(call, page, Permissions.MESSAGING);
        return recipients.find(found, GraphSend.recipient(call)).thread();
    }

    private static void requireOurs(CustomerThread thread) {
        if (thread.owner().isPresent()) {
            throw GraphError.ownedByAnotherApp();
        }
    }
}
