package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
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
    private final GraphTokens tokens;
    private final Recipients recipients;
    private final MessagingRules rules;
    private final GraphAttachments attachments;
    private final Delivery delivery;
    private final Usage usage;
    private final SandboxProperties settings;
    private final JsonMapper json;

    GraphMessages(
            GraphTokens tokens,
            Recipients recipients,
            MessagingRules rules,
            GraphAttachments attachments,
            Delivery delivery,
            Usage usage,
            SandboxProperties settings,
            JsonMapper json) {
        this.tokens = tokens;
        this.recipients = recipients;
        this.rules = rules;
        this.attachments = attachments;
        this.delivery = delivery;
        this.usage = usage;
        this.settings = settings;
        this.json = json;
    }

    @PostMapping("/{page}/messages")
    @Nullable
    Sent send(@PathVariable String page, HttpServletRequest request) throws IOException, InterruptedException {
        var call = new GraphCall(request, json);
        var sender = tokens.checkPage(call, page, Permissions.MESSAGING);
        var recipient = recipients.find(sender, GraphSend.recipient(call));
        return switch (GraphSend.of(call)) {
            case GraphSend.Action action -> act(recipient.thread(), action);
            case GraphSend.React react -> react(recipient.thread(), react);
            case GraphSend.Text text -> send(call, sender, recipient, text, request);
        };
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            @JsonProperty("recipient_id") @Nullable String recipient,
            @JsonProperty("message_id") @Nullable String message,
            @JsonProperty("attachment_id") @Nullable String attachment) {}

    private static Sent act(CustomerThread recipient, GraphSend.Action action) {
        switch (action.action()) {
            case "mark_seen" -> recipient.seenByPage();
            case "typing_on" -> recipient.typing(true);
            default -> recipient.typing(false);
        }
        return new Sent(recipient.profile().id(), null, null);
    }

    private static Sent react(CustomerThread recipient, GraphSend.React react) {
        recipient.reactAsPage(react.mid(), react.emoji());
        return new Sent(recipient.profile().id(), null, null);
    }

    private @Nullable Sent send(
            GraphCall call,
            FacebookPage sender,
            Recipients.Recipient recipient,
            GraphSend.Text send,
            HttpServletRequest request)
            throws InterruptedException {
        var answered = recipient.answered();
        var persona = persona(sender, send.persona());
        return delivery.withFaults(request, () -> {
            MessagingRules.checkPage(sender);
            if (answered == null) {
                rules.check(recipient.thread(), send);
            } else {
                usage.countPrivateReply(sender);
            }
            usage.countSend(sender, send.message().isHeavy());
            var attached = attached(call, sender, send.message());
            var author = new Author(
                    true, settings.appId(), send.message().metadata(), persona, send.type(), send.tag(), answered);
            var message = delivery.hand(recipient, content(send.message(), attached), author);
            return new Sent(
                    answered == null ? recipient.thread().profile().id() : null,
                    message.mid(),
                    attached == null ? null : reusable(sender, send.message(), attached));
        });
    }

    private @Nullable Attached attached(GraphCall call, FacebookPage sender, OutgoingMessage message) {
        return message.attachment() == null
                ? null
                : attachments.take(sender, message.attachment(), call.file("filedata"));
    }

    private @Nullable String reusable(FacebookPage sender, OutgoingMessage message, Attached attached) {
        return message.attachment() == null
                ? null
                : attachments
                        .keepIfReusable(sender, message.attachment(), attached)
                        .orElse(null);
    }

    private static Content content(OutgoingMessage message, @Nullable Attached attached) {
        return Content.sent(
                message.text(),
                attached == null ? List.of() : List.of(attached),
                message.quickReplies(),
                message.template(),
                message.replyTo());
    }

    private static @Nullable Persona persona(FacebookPage page, @Nullable String id) {
        if (id == null) {
            return null;
        }
        var persona = page.personas().get(id);
        if (persona == null) {
            throw GraphError.invalidParameter("Invalid persona ID: " + id);
        }
        return persona;
    }
}
