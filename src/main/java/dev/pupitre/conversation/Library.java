package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Every conversation there ever was, to be read one after the other, however many they are. */
@Component
public class Library {
    private static final int AT_ONCE = 200;

    private final MongoTemplate mongo;
    private final Conversations conversations;
    private final ConversationArchive archive;

    Library(MongoTemplate mongo, Conversations conversations, ConversationArchive archive) {
        this.mongo = mongo;
        this.conversations = conversations;
        this.archive = archive;
    }

    /**
     * The conversation, open or over.
     *
     * @throws ConversationNotFound when there is none with this id
     */
    public Conversation get(ConversationId id) {
        return conversations.get(id);
    }

    /** Open ones first, each part in the order of opening; one that ends meanwhile may come twice. */
    public void each(ConversationFilter filter, Consumer<Conversation> reader) {
        var criteria = archive.criteria(filter);
        if (filter.wantsLive()) {
            each(criteria, LiveConversations.COLLECTION, reader);
        }
        if (filter.wantsRecorded()) {
            each(criteria, Recordings.COLLECTION, reader);
        }
    }

    private void each(Criteria criteria, String collection, Consumer<Conversation> reader) {
        var query = new Query(criteria)
                .with(Sort.by("openedAt"))
                .cursorBatchSize(AT_ONCE)
                .noCursorTimeout();
        try (var found = mongo.stream(query, StoredConversation.class, collection)) {
            found.map(StoredConversation::view).forEach(reader);
        }
    }

    /** All that was written in it, oldest first. */
    public List<Message> transcript(ConversationId id) {
        var messages = new ArrayDeque<Message>();
        var page = archive.transcript(id, null, AT_ONCE);
        page.items().forEach(messages::addLast);
        while (page.more()) {
            page = archive.transcript(id, messages.getFirst().seq(), AT_ONCE);
            page.items().reversed().forEach(messages::addFirst);
        }
        return List.copyOf(messages);
    }
}
