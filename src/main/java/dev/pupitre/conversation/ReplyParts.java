package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of an agent's reply the messages that Meta takes, or says which of Meta's limits it breaks. */
@Component
class ReplyParts {
    /** Send API reference, {@code message.text}. */
    static final int LONGEST_TEXT = 2000;

    /** Button template reference, {@code text}. */
    private static final int LONGEST_BUTTON_TEXT = 640;

    private final Comments comments;
    private final Uploads uploads;
    private final Ids ids;

    ReplyParts(Comments comments, Uploads uploads, Ids ids) {
        this.comments = comments;
        this.uploads = uploads;
        this.ids = ids;
    }

    /** One of the messages; text, template or file. */
    private record Part(
            String text,
            @Nullable Template template,
            @Nullable StoredAttachment file) {}

    /**
     * The messages in order.
     *
     * @param key of the first; those after it have it with their number
     * @throws InvalidInput with the field at fault
     */
    List<StoredMessage> of(
            StoredConversation conversation, Caller agent, Reply reply, @Nullable String key, Instant now) {
        var via = via(conversation, reply);
        var comment = via == Via.MESSENGER ? null : comment(conversation, reply);
        var parts = parts(reply);
        if (via == Via.PUBLIC
                && (parts.stream().anyMatch(part -> part.template() != null || part.file() != null)
                        || !choices(reply).isEmpty())) {
            throw new InvalidInput("via", "takes text only in public");
        }
        if (via == Via.PRIVATE_REPLY && parts.size() > 1) {
            throw new InvalidInput("via", "takes one message only as a private answer to a comment");
        }
        var messages = new ArrayList<StoredMessage>();
        for (var part : parts) {
            var first = messages.isEmpty();
            var last = messages.size() == parts.size() - 1;
            var id = ids.newMessage();
            var answered = via == Via.MESSENGER && first ? reply.replyTo() : null;
            var sending = new Sending(via, comment, answered, last ? choices(reply) : List.of(), part.template());
            messages.add(StoredMessage.queued(
                    id,
                    key == null ? id.value() : first ? key : key + ":" + messages.size(),
                    Author.agent(agent.id(), agent.displayName()),
                    part.text(),
                    now,
                    Extras.sending(sending, part.file() == null ? List.of() : List.of(part.file()))));
        }
        return messages;
    }

    private static List<QuickReply> choices(Reply reply) {
        return requireNonNullElse(reply.quickReplies(), List.of());
    }

    private static Via via(StoredConversation conversation, Reply reply) {
        var underComment = conversation.origin().channel() == Channel.COMMENT;
        var via = requireNonNullElse(reply.via(), underComment ? Via.PUBLIC : Via.MESSENGER);
        if (!underComment && via != Via.MESSENGER) {
            throw new InvalidInput("via", "is for conversations under a comment");
        }
        return via;
    }

    private String comment(StoredConversation conversation, Reply reply) {
        var named = reply.replyTo();
        if (named == null) {
            return comments.newest(conversation)
                    .map(StoredMessage::mid)
                    .orElseThrow(() -> new InvalidInput("replyTo", "is needed, as there is no comment to answer"));
        }
        if (comments.find(conversation, named).isEmpty()) {
            throw new InvalidInput("replyTo", "is no comment of this conversation");
        }
        return named;
    }

    private List<Part> parts(Reply reply) {
        var text = requireNonNullElse(reply.text(), "").strip();
        var template = reply.template();
        var parts = new ArrayList<Part>();
        if (template != null && template.cards().isEmpty()) {
            parts.add(new Part(buttonText(template, text), template, null));
        } else {
            texts(text, Boolean.TRUE.equals(reply.split())).forEach(part -> parts.add(new Part(part, null, null)));
        }
        if (template != null && !template.cards().isEmpty()) {
            Templates.checkCards(template);
            parts.add(new Part("", template, null));
        }
        files(reply).forEach(file -> parts.add(new Part("", null, file)));
        if (parts.isEmpty()) {
            throw new InvalidInput("text", "must not be blank where nothing else is sent");
        }
        return parts;
    }

    private static Stream<String> texts(String text, boolean split) {
        if (text.length() > LONGEST_TEXT && !split) {
            throw new InvalidInput("text", "must have at most 2000 characters, unless it may be split");
        }
        return TextParts.of(text, LONGEST_TEXT).stream();
    }

    private static String buttonText(Template template, String text) {
        Templates.checkButtons(template.buttons());
        if (template.buttons().isEmpty()) {
            throw new InvalidInput("template", "needs buttons or cards");
        }
        if (text.isEmpty() || text.length() > LONGEST_BUTTON_TEXT) {
            throw new InvalidInput("text", "must have 1 to 640 characters over buttons");
        }
        return text;
    }

    private Stream<StoredAttachment> files(Reply reply) {
        return requireNonNullElse(reply.attachments(), List.<String>of()).stream()
                .map(id -> uploads.use(id)
                        .orElseThrow(() -> new InvalidInput("attachments", "names no uploaded file: " + id))
                        .attachment());
    }
}
