package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes the Page's messages as the Send API does. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}")
class GraphMessages {
    private static final int NO_SUCH_USER = 2018001;

    private final Messenger messenger;
    private final Customers customers;
    private final GraphTokens tokens;
    private final JsonMapper json;

    GraphMessages(Messenger messenger, Customers customers, GraphTokens tokens, JsonMapper json) {
        this.messenger = messenger;
        this.customers = customers;
        this.tokens = tokens;
        this.json = json;
    }

    /** A message that is answered slowly is with the customer already, and its echo may come before the answer. */
    @PostMapping("/{page}/messages")
    @Nullable
    Sent send(@PathVariable String page, HttpServletRequest request) throws IOException, InterruptedException {
        var call = new GraphCall(request, json);
        tokens.check(call);
        tokens.requirePage(page);
        var recipient = recipient(GraphSend.recipientId(call));
        return switch (GraphSend.of(call)) {
            case GraphSend.Action action -> act(recipient, action);
            case GraphSend.Text text -> send(recipient, text, request);
        };
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            @JsonProperty("recipient_id") String recipient,
            @JsonProperty("message_id") @Nullable String message) {}

    private Sent act(CustomerThread recipient, GraphSend.Action action) {
        if (action.action().equals("mark_seen")) {
            recipient.seenByPage();
        }
        return new Sent(recipient.profile().id(), null);
    }

    private @Nullable Sent send(CustomerThread recipient, GraphSend.Text text, HttpServletRequest request)
            throws InterruptedException {
        var fault = messenger.nextFault();
        if (fault.isPresent()) {
            return fail(fault.get(), recipient, text, request);
        }
        var sent = messenger.fromPage(recipient, text.text(), text.metadata());
        messenger.takeTime();
        return new Sent(recipient.profile().id(), sent.mid());
    }

    private @Nullable Sent fail(Fault fault, CustomerThread recipient, GraphSend.Text text, HttpServletRequest request)
            throws InterruptedException {
        if (fault.acceptsFirst()) {
            messenger.fromPage(recipient, text.text(), text.metadata());
        }
        messenger.takeTime();
        if (fault.drops()) {
            DroppedConnections.drop(request);
            return null;
        }
        throw fault.error();
    }

    private CustomerThread recipient(String id) {
        return customers
                .find(id)
                .orElseThrow(() -> GraphError.invalidParameter(NO_SUCH_USER, "No matching user found"));
    }
}
