package dev.pupitre.supervision;

import static java.util.stream.Collectors.joining;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationFilter;
import dev.pupitre.conversation.Happening;
import dev.pupitre.conversation.Library;
import dev.pupitre.conversation.Message;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Spreadsheet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Conversations as files, written as they are read, so that many take no more memory than one. */
@Component
class Exports {
    private static final List<String> CONVERSATION = List.of(
            "id",
            "state",
            "channel",
            "page",
            "campaign",
            "customerId",
            "customer",
            "agent",
            "openedAt",
            "queuedAt",
            "assignedAt",
            "firstResponseAt",
            "closedAt",
            "lostAt",
            "waitingSeconds",
            "handlingSeconds",
            "messages",
            "tags",
            "score");
    private static final List<String> MESSAGE = List.of(
            "seq", "at", "direction", "authorKind", "author", "text", "status", "reason", "attachments", "happening");

    /** A conversation with all that was written in it. */
    private record Whole(Conversation conversation, List<Message> messages) {}

    private final Library library;
    private final JsonMapper json;

    Exports(Library library, JsonMapper json) {
        this.library = library;
        this.json = json;
    }

    /** One row a conversation. */
    void sheet(ConversationFilter filter, Writer out) throws IOException {
        try (var sheet = new Spreadsheet(out, CONVERSATION)) {
            library.each(filter, conversation -> row(sheet, conversation));
        }
    }

    private static void row(Spreadsheet sheet, Conversation one) {
        var assignee = one.assignee();
        sheet.row(
                one.id(),
                one.state(),
                one.channel(),
                one.page().name(),
                one.campaign(),
                one.customer().id(),
                one.customer().name(),
                assignee == null ? null : assignee.id(),
                one.openedAt(),
                one.queuedAt(),
                one.assignedAt(),
                one.firstResponseAt(),
                one.closedAt(),
                one.lostAt(),
                one.times().waitingSeconds(),
                handling(one),
                one.saidCount(),
                String.join(", ", one.tags()),
                one.score());
    }

    /** Of all who had it; none before its end. */
    private static @Nullable Integer handling(Conversation one) {
        var handled = one.times().handled();
        return one.closedAt() == null || handled.isEmpty()
                ? null
                : handled.stream().mapToInt(Times.Handled::seconds).sum();
    }

    /** An array of conversations, each with its messages. */
    void json(ConversationFilter filter, Writer out) throws IOException {
        try (var items = json.writer().writeValuesAsArray(out)) {
            library.each(filter, conversation -> items.write(whole(conversation)));
        }
    }

    /** One row a message. */
    void sheet(ConversationId id, Writer out) throws IOException {
        try (var sheet = new Spreadsheet(out, MESSAGE)) {
            library.transcript(id).forEach(message -> row(sheet, message));
        }
    }

    private static void row(Spreadsheet sheet, Message message) {
        var happening = message.happening();
        sheet.row(
                message.seq(),
                message.at(),
                message.direction(),
                message.author().kind(),
                message.author().name(),
                message.text(),
                message.status(),
                message.reason(),
                message.attachments().size(),
                happening == null ? null : told(happening));
    }

    /** As {@code TRANSFERRED by=Sofia, to=TEAM}. */
    private static String told(Happening happening) {
        var values = happening.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .sorted()
                .collect(joining(", "));
        return values.isEmpty() ? happening.type().name() : happening.type() + " " + values;
    }

    void json(ConversationId id, Writer out) {
        json.writeValue(out, whole(library.get(id)));
    }

    private Whole whole(Conversation conversation) {
        return new Whole(conversation, library.transcript(conversation.id()));
    }
}
