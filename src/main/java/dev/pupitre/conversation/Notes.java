package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What colleagues tell each other in a conversation, open or over: in its transcript, and never sent to anybody. */
@Component
class Notes {
    private final Conversations conversations;
    private final StoredConversations stored;
    private final MentionedPeople people;
    private final Mentions mentions;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Notes(
            Conversations conversations,
            StoredConversations stored,
            MentionedPeople people,
            Mentions mentions,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.stored = stored;
        this.people = people;
        this.mentions = mentions;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a note. Who is named in it is told first: what breaks off in between was told to the author as not done, and
     * its repetition, known by the key, names the same note.
     *
     * @param key makes a repetition harmless
     */
    Message write(Caller author, ConversationId id, String text, @Nullable String key) {
        var conversation = conversations.stored(id);
        var known = key == null ? null : author.id() + ":" + key;
        var there = known == null ? null : conversation.withKey(known).orElse(null);
        if (there != null) {
            return there;
        }
        if (conversation.isErased()) {
            throw new ConversationOver(conversation.state());
        }
        var by = Author.agent(author.id(), author.displayName());
        var note = StoredMessage.note(
                known == null ? ids.newMessage() : noteId(id, known),
                known == null ? UUID.randomUUID().toString() : known,
                by,
                text,
                people.in(text),
                clock.instant());
        mentions.tell(conversation, note);
        return add(id, note);
    }

    private Message add(ConversationId id, StoredMessage note) {
        while (true) {
            var changed = stored.change(
                    id,
                    found -> found.and("messages.key")
                            .ne(note.key())
                            .and("thread")
                            .ne(StoredConversation.ERASED),
                    new Update().push("messages", note));
            if (changed.isPresent()) {
                announcements.message(changed.get(), note.id());
                return changed.get().withId(note.id()).orElseThrow();
            }
            var now = conversations.stored(id);
            var there = now.withKey(note.key());
            if (there.isPresent()) {
                return there.get();
            }
            if (now.isErased()) {
                mentions.forget(id);
                throw new ConversationOver(now.state());
            }
        }
    }

    private static MessageId noteId(ConversationId id, String key) {
        return new MessageId(UUID.nameUUIDFromBytes((id + ":" + key).getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
