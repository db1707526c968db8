package dev.pupitre.conversation;

import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the desk sees it, or a line of the transcript that says what happened.
 *
 * @param seq its place in the conversation, from 1
 * @param reason why it failed or is held up, in plain words
 * @param reasonCode what screens find words for that reason by; null where there is none
 * @param mid Meta's id of the message or the comment, once there is one
 * @param replyTo the {@code mid} of the message it answers
 * @param comment what became of it, if it is a comment
 * @param happening what happened, where it is no message
 * @param mentions the colleagues whom a note is to be read by
 * @param removedAt when it was taken back or deleted; its text is empty then
 */
public record Message(
        MessageId id,
        int seq,
        Direction direction,
        Author author,
        Via via,
        String text,
        Instant at,
        MessageStatus status,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable String mid,
        List<Attachment> attachments,
        @Nullable String replyTo,
        List<QuickReply> quickReplies,
        @Nullable Template template,
        List<Reaction> reactions,
        @Nullable CommentState comment,
        @Nullable Happening happening,
        List<Party> mentions,
        @Nullable Instant editedAt,
        @Nullable Instant removedAt) {}
