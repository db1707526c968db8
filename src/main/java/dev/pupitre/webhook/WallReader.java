package dev.pupitre.webhook;

import dev.pupitre.conversation.Attachment;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.CommentEdited;
import dev.pupitre.conversation.InboundEvent.CommentHidden;
import dev.pupitre.conversation.InboundEvent.CommentRemoved;
import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.PageMentioned;
import dev.pupitre.conversation.InboundEvent.PageRated;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Post;
import dev.pupitre.conversation.ReceivedAttachment;
import dev.pupitre.conversation.ReceivedContent;
import dev.pupitre.webhook.Occasions.PageOccasion;
import dev.pupitre.webhook.Reading.Ignored;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands comments, mentions and recommendations (Page webhooks reference, {@code feed}, {@code mention}, {@code ratings}). */
@Component
class WallReader {
    private static final String CREATED = "created_time";

    /** A change of what was written before: it did not happen when that was created. */
    private static final String TOLD = "";

    private static final int LONGEST_NAME = 200;
    private static final Party SOMEBODY = new Party("unknown", "Facebook user");

    private final Occasions occasions;

    WallReader(Occasions occasions) {
        this.occasions = occasions;
    }

    Reading feed(JsonNode value, JsonNode entry) {
        var item = LenientJson.text(value.path("item")).orElse("");
        return item.equals("comment")
                ? comment(value, entry, topOf(value))
                : new Ignored(value.isObject() ? IgnoredKind.FEED : IgnoredKind.MALFORMED);
    }

    private Reading comment(JsonNode value, JsonNode entry, Optional<String> top) {
        var comment = LenientJson.id(value.path("comment_id"));
        if (comment.isEmpty() || top.isEmpty()) {
            return Reading.malformed();
        }
        return changed(value, entry, comment.get(), top.get())
                .orElseGet(() -> LenientJson.text(value.path("verb")).orElse("").equals("add")
                        ? event(value, CREATED, entry, on -> written(value, on, comment.get(), top.get()))
                        : new Ignored(IgnoredKind.FEED));
    }

    private Optional<Reading> changed(JsonNode value, JsonNode entry, String id, String top) {
        var change = LenientJson.text(value.path("verb")).orElse("");
        return Optional.<Function<PageOccasion, InboundEvent>>ofNullable(
                        switch (change) {
                            case "edited", "edit" ->
                                on -> new CommentEdited(on.page(), top, on.at(), id, words(value, "message"));
                            case "remove" -> on -> new CommentRemoved(on.page(), top, on.at(), id);
                            case "hide" -> on -> new CommentHidden(on.page(), top, on.at(), id, true);
                            case "unhide" -> on -> new CommentHidden(on.page(), top, on.at(), id, false);
                            default -> null;
                        })
                .map(event -> event(value, TOLD, entry, event));
    }

    private static CommentWritten written(JsonNode value, PageOccasion on, String comment, String top) {
        return new CommentWritten(
                on.page(),
                top,
                on.at(),
                comment,
                comment.equals(top)
                        ? null
                        : LenientJson.id(value.path("parent_id")).orElse(top),
                author(value).orElse(SOMEBODY),
                words(value, "message"),
                content(value),
                post(value));
    }

    /** A reply names the comment it answers as its parent, a comment of its own names the post. */
    private static Optional<String> topOf(JsonNode value) {
        var comment = LenientJson.id(value.path("comment_id"));
        var post = LenientJson.id(value.path("post_id")).orElse("");
        var parent = LenientJson.id(value.path("parent_id"));
        return parent.filter(id -> !id.equals(post) && !post.endsWith("_" + id) && !id.endsWith("_" + post))
                .or(() -> comment);
    }

    /** Meta does not tell who, and for a comment on another's post not what either. */
    Reading mention(JsonNode value, JsonNode entry) {
        var top = LenientJson.id(value.path("comment_id")).or(() -> LenientJson.id(value.path("post_id")));
        if (top.isEmpty()) {
            return Reading.malformed();
        }
        return changed(value, entry, top.get(), top.get())
                .orElseGet(() -> event(
                        value,
                        CREATED,
                        entry,
                        on -> new PageMentioned(
                                on.page(),
                                top.get(),
                                on.at(),
                                author(value).orElse(null),
                                words(value, "message"),
                                post(value))));
    }

    /** What is said under a recommendation comes in the same field. */
    Reading rating(JsonNode value, JsonNode entry) {
        var story = LenientJson.id(value.path("open_graph_story_id"));
        var item = LenientJson.text(value.path("item")).orElse("");
        if (item.equals("comment")) {
            return comment(value, entry, story);
        }
        if (!item.equals("rating") || story.isEmpty()) {
            return new Ignored(item.isEmpty() || item.equals("rating") ? IgnoredKind.MALFORMED : IgnoredKind.FEED);
        }
        return ratingChanged(value, entry, story.get())
                .orElseGet(() -> event(value, CREATED, entry, on -> rated(value, on, story.get())));
    }

    private Optional<Reading> ratingChanged(JsonNode value, JsonNode entry, String story) {
        return switch (LenientJson.text(value.path("verb")).orElse("")) {
            case "edit", "edited" ->
                Optional.of(event(
                        value,
                        TOLD,
                        entry,
                        on -> new CommentEdited(on.page(), story, on.at(), story, words(value, "review_text"))));
            case "remove" ->
                Optional.of(event(value, TOLD, entry, on -> new CommentRemoved(on.page(), story, on.at(), story)));
            default -> Optional.empty();
        };
    }

    private static PageRated rated(JsonNode value, PageOccasion on, String story) {
        var recommendation = LenientJson.text(value.path("recommendation_type"));
        var stars = LenientJson.text(value.path("rating"));
        return new PageRated(
                on.page(),
                story,
                on.at(),
                author(value).orElse(SOMEBODY),
                recommendation
                        .map(type -> type.equalsIgnoreCase("POSITIVE"))
                        .orElseGet(() ->
                                stars.filter(count -> count.matches("[45]")).isPresent()),
                words(value, "review_text"),
                post(value));
    }

    private Reading event(JsonNode value, String time, JsonNode entry, Function<PageOccasion, InboundEvent> event) {
        return occasions.readOfPage(value, time, entry, event);
    }

    /** {@code from}, or as older calls have it {@code sender_id}; recommendations have a reviewer. */
    private static Optional<Party> author(JsonNode value) {
        var from = value.path("from");
        return Stream.of(
                        party(from.path("id"), from.path("name")),
                        party(value.path("sender_id"), value.path("sender_name")),
                        party(value.path("reviewer_id"), value.path("reviewer_name")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Party> party(JsonNode id, JsonNode name) {
        return LenientJson.id(id)
                .map(known -> new Party(
                        known,
                        LenientJson.text(name)
                                .map(text -> LenientJson.cut(text, LONGEST_NAME))
                                .orElse(SOMEBODY.name())));
    }

    private static ReceivedContent content(JsonNode value) {
        var attachments = new ArrayList<ReceivedAttachment>();
        LenientJson.address(value.path("photo"))
                .ifPresent(source -> attachments.add(file(Attachment.Type.IMAGE, source)));
        LenientJson.address(value.path("video"))
                .ifPresent(source -> attachments.add(file(Attachment.Type.VIDEO, source)));
        return attachments.isEmpty() ? ReceivedContent.NONE : new ReceivedContent(attachments, null, null, null);
    }

    private static ReceivedAttachment file(Attachment.Type type, String source) {
        return new ReceivedAttachment(type, source, null, null, null, null, null);
    }

    private static @Nullable Post post(JsonNode value) {
        var post = value.path("post");
        return LenientJson.id(value.path("post_id"))
                .or(() -> LenientJson.id(post.path("id")))
                .map(id -> new Post(
                        id,
                        LenientJson.text(post.path("message"), Contents.LONGEST_TEXT),
                        LenientJson.address(post.path("permalink_url")).orElse(null),
                        null))
                .orElse(null);
    }

    private static String words(JsonNode value, String member) {
        return LenientJson.text(value.path(member))
                .map(text -> LenientJson.cut(text, Contents.LONGEST_TEXT))
                .orElse("");
    }
}
