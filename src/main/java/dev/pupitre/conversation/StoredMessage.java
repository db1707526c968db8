package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in its conversation's document.
 *
 * @param key the same message has the same key however often it comes: Meta's {@code mid}, or the key a client chose
 * @param mid Meta's id, known of ours once it is sent
 * @param sentAt when the call that sent it began, or Meta's time of it: no receipt from before can be about it
 */
record StoredMessage(
        MessageId id,
        String key,
        Direction direction,
        Author author,
        String text,
        Instant at,
        MessageStatus status,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable String mid,
        @Nullable Instant sentAt,
        Extras extras) {

    /**
     * What few messages have.
     *
     * @param replyTo the {@code mid} of the message it answers
     * @param parent the comment it answers
     * @param sending how it is to be sent, if it is ours
     * @param happening it is no message, but a line that says what happened
     * @param mentions the colleagues whom a note names
     */
    record Extras(
            Via via,
            List<StoredAttachment> attachments,
            @Nullable String replyTo,
            @Nullable String parent,
            @Nullable Sending sending,
            List<Reaction> reactions,
            @Nullable CommentState comment,
            @Nullable Happening happening,
            @Nullable Instant editedAt,
            @Nullable Instant removedAt,
            List<Party> mentions) {
        static final Extras NONE =
                new Extras(Via.MESSENGER, List.of(), null, null, null, List.of(), null, null, null, null, List.of());

        /** Those that an edit or a sign has made in a message of an earlier version have nothing else. */
        Extras {
            via = requireNonNullElse(via, Via.MESSENGER);
            attachments = requireNonNullElse(attachments, List.of());
            reactions = requireNonNullElse(reactions, List.of());
            mentions = requireNonNullElse(mentions, List.of());
        }

        /** What goes into the transcript of a message of the customer. */
        static Extras received(List<StoredAttachment> attachments, @Nullable String replyTo) {
            return new Extras(
                    Via.MESSENGER, attachments, replyTo, null, null, List.of(), null, null, null, null, List.of());
        }

        /** Ours, to be sent in this way. */
        static Extras sending(Sending sending) {
            return sending(sending, List.of());
        }

        /** The same with files. */
        static Extras sending(Sending sending, List<StoredAttachment> files) {
            var comment = sending.comment();
            var answered = comment == null ? sending.replyTo() : comment;
            return new Extras(
                    sending.via(), files, answered, comment, sending, List.of(), null, null, null, null, List.of());
        }

        /** A comment, a mention or a recommendation. */
        static Extras commented(List<StoredAttachment> attachments, @Nullable String parent, List<Reaction> signs) {
            return new Extras(
                    Via.PUBLIC,
                    attachments,
                    parent,
                    parent,
                    null,
                    signs,
                    CommentState.FRESH,
                    null,
                    null,
                    null,
                    List.of());
        }

        private static Extras happened(Happening happening) {
            return new Extras(
                    Via.MESSENGER, List.of(), null, null, null, List.of(), null, happening, null, null, List.of());
        }

        private static Extras naming(List<Party> mentions) {
            return new Extras(Via.MESSENGER, List.of(), null, null, null, List.of(), null, null, null, null, mentions);
        }
    }

    /** Messages that were stored before there were extras have none. */
    StoredMessage {
        extras = requireNonNullElse(extras, Extras.NONE);
    }

    static StoredMessage received(MessageId id, String key, Author author, String text, Instant at, Extras extras) {
        return new StoredMessage(
                id, key, Direction.IN, author, text, at, MessageStatus.RECEIVED, null, null, key, null, extras);
    }

    static StoredMessage queued(MessageId id, String key, Author author, String text, Instant at, Extras extras) {
        return new StoredMessage(
                id, key, Direction.OUT, author, text, at, MessageStatus.QUEUED, null, null, null, null, extras);
    }

    /** Written by the Page, but not by us. */
    static StoredMessage echoed(MessageId id, String mid, String text, Instant at, Extras extras) {
        return new StoredMessage(
                id, mid, Direction.OUT, Author.metaInbox(), text, at, MessageStatus.SENT, null, null, mid, at, extras);
    }

    /** A line that nobody wrote. */
    static StoredMessage line(MessageId id, String key, Happening happening, Instant at) {
        return new StoredMessage(
                id,
                key,
                Direction.IN,
                Author.system(),
                "",
                at,
                MessageStatus.RECEIVED,
                null,
                null,
                null,
                null,
                Extras.happened(happening));
    }

    /** What colleagues say to each other; nobody sends it. */
    static StoredMessage note(MessageId id, String key, Author author, String text, List<Party> mentions, Instant at) {
        return new StoredMessage(
                id,
                key,
                Direction.NOTE,
                author,
                text,
                at,
                MessageStatus.RECEIVED,
                null,
                null,
                null,
                null,
                Extras.naming(mentions));
    }

    /** Whether the customer, or somebody who answers, said it: no note, no line, and no text that the rules asked for. */
    boolean isSaid() {
        return !isNote() && extras.happening() == null && author.kind() != Author.Kind.SYSTEM;
    }

    boolean isNote() {
        return direction == Direction.NOTE;
    }

    boolean isOfCustomer() {
        return direction == Direction.IN && extras.happening() == null;
    }

    /** Whether it holds files that Meta still has. */
    boolean awaitsFiles() {
        return extras.attachments().stream().anyMatch(attachment -> attachment.state() == Attachment.State.AWAITED);
    }

    Instant handedOverAt() {
        return sentAt == null ? at : sentAt;
    }

    /** How it is to be sent. */
    Sending sending() {
        return Optional.ofNullable(extras.sending()).orElse(Sending.PLAIN);
    }

    /** The message as the desk sees it, its customer named as known now. */
    Message at(int seq, Party customer) {
        var ofCustomer = author.kind() == Author.Kind.CUSTOMER && customer.id().equals(author.id());
        var sending = extras.sending();
        return new Message(
                id,
                seq,
                direction,
                ofCustomer ? Author.customer(customer) : author,
                extras.via(),
                text,
                at,
                status,
                reason,
                reasonCode,
                mid,
                extras.attachments().stream().map(StoredAttachment::view).toList(),
                extras.replyTo(),
                sending == null ? List.of() : sending.quickReplies(),
                sending == null ? null : sending.template(),
                extras.reactions().stream().filter(Reaction::isThere).toList(),
                extras.comment(),
                extras.happening(),
                extras.mentions(),
                extras.editedAt(),
                extras.removedAt());
    }
}
