package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Finds conversations, open and over, and reads their transcripts. */
@Repository
class ConversationArchive {
    /**
     * One page of a list.
     *
     * @param searchedFrom words were looked for in what was opened since; null where none were
     */
    record ConversationPage(
            List<Conversation> items,
            int page,
            int size,
            long total,
            @Nullable Instant searchedFrom) {}

    /** A stretch of a transcript, oldest first; {@code more} when there are earlier messages. */
    record TranscriptPage(List<Message> items, boolean more) {}

    private final MongoTemplate mongo;
    private final Conversations conversations;
    private final Recordings recordings;

    ConversationArchive(MongoTemplate mongo, Conversations conversations, Recordings recordings) {
        this.mongo = mongo;
        this.conversations = conversations;
        this.recordings = recordings;
    }

    /**
     * In the order that is asked for, or else in the usual one with those that are open first; one that is just being
     * recorded stands in both places, and is told once.
     */
    ConversationPage list(ConversationFilter filter, @Nullable Sort order, int page, int size) {
        var offset = (long) page * size;
        var criteria = criteria(filter);
        var live = filter.wantsLive() ? count(criteria, LiveConversations.COLLECTION) : 0;
        var recorded = filter.wantsRecorded() ? count(criteria, Recordings.COLLECTION) : 0;
        var items = order == null || live == 0 || recorded == 0
                ? openFirst(criteria, order == null ? filter.usualOrder() : order, live, recorded, offset, size)
                : onceEach(new MergedOrder(mongo, criteria, order).read(live, recorded, offset, size));
        return new ConversationPage(items, page, size, live + recorded, filter.searchedFrom());
    }

    private List<Conversation> openFirst(
            Criteria criteria, Sort order, long live, long recorded, long offset, int size) {
        var items = new ArrayList<StoredConversation>();
        if (offset < live) {
            items.addAll(read(criteria, order, LiveConversations.COLLECTION, offset, size));
        }
        if (offset < live + recorded && items.size() < size) {
            items.addAll(read(criteria, order, Recordings.COLLECTION, Math.max(0, offset - live), size - items.size()));
        }
        return onceEach(items);
    }

    private static List<Conversation> onceEach(List<StoredConversation> found) {
        var told = new HashSet<ConversationId>();
        return found.stream()
                .filter(conversation -> told.add(conversation.conversationId()))
                .map(StoredConversation::view)
                .toList();
    }

    /** Words may stand in the older part of a long transcript, which is not in the conversation's document. */
    Criteria criteria(ConversationFilter filter) {
        return filter.criteria(filter.words()
                .map(words -> recordings.saying(words, filter.from()))
                .orElse(List.of()));
    }

    private long count(Criteria criteria, String collection) {
        return mongo.count(new Query(criteria), StoredConversation.class, collection);
    }

    private List<StoredConversation> read(Criteria criteria, Sort order, String collection, long offset, int size) {
        var query = new Query(criteria).with(order).skip(offset).limit(size);
        return mongo.find(query, StoredConversation.class, collection);
    }

    /** The newest {@code size} messages before the one numbered {@code before}. */
    TranscriptPage transcript(ConversationId id, @Nullable Integer before, int size) {
        return transcript(conversations.stored(id), before, size);
    }

    TranscriptPage transcript(StoredConversation conversation, @Nullable Integer before, int size) {
        var end = before == null ? Integer.MAX_VALUE : before;
        var messages = new ArrayList<>(conversation.views().stream()
                .filter(message -> message.seq() < end)
                .toList());
        var from = conversation.moved();
        while (messages.size() <= size && from > 0) {
            from -= Recordings.PART_SIZE;
            messages.addAll(
                    0,
                    recordings.part(conversation, from).stream()
                            .filter(message -> message.seq() < end)
                            .toList());
        }
        var excess = Math.max(0, messages.size() - size);
        return new TranscriptPage(List.copyOf(messages.subList(excess, messages.size())), excess > 0);
    }
}
