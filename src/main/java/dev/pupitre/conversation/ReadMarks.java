package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** How far each user has read each conversation, in whatever browser; a repeat changes nothing. */
@Repository
class ReadMarks {
    static final String COLLECTION = "readMarks";

    /** What nobody has looked at for so long is not in anybody's hands any more. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int SHOWN = 1_000;

    /**
     * @param seq the number of the last message that was on the user's screen; 0 when it is to look unread
     * @param at when it was: of what was said before the oldest of a full list nobody knows, and it does not look unread
     */
    record ReadMark(ConversationId conversation, int seq, Instant at) {}

    private record StoredMark(@Id String id, String user, ConversationId conversation, int seq, Instant at) {}

    private final MongoTemplate mongo;
    private final StoredConversations conversations;
    private final LiveFeed feed;
    private final Clock clock;

    ReadMarks(MongoTemplate mongo, StoredConversations conversations, LiveFeed feed, Clock clock) {
        this.mongo = mongo;
        this.conversations = conversations;
        this.feed = feed;
        this.clock = clock;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("user", Sort.Direction.ASC).on("at", Sort.Direction.DESC));
        mongo.indexOps(COLLECTION).createIndex(new Index("at", Sort.Direction.ASC));
    }

    /** The newest ones of this user. */
    List<ReadMark> of(UserId user) {
        var newest = query(where("user").is(user.value()))
                .with(Sort.by(Sort.Direction.DESC, "at"))
                .limit(SHOWN);
        return mongo.find(newest, StoredMark.class, COLLECTION).stream()
                .map(mark -> new ReadMark(mark.conversation(), mark.seq(), mark.at()))
                .toList();
    }

    /** A slower browser of the same user does not make unread what another one has shown. */
    void read(UserId user, ConversationId conversation, int seq) {
        requireThere(conversation);
        var further = markOf(user, conversation).addCriteria(where("seq").lt(seq));
        if (set(further, user, conversation, seq)) {
            announce(user, new ReadMark(conversation, seq, clock.instant()));
        }
    }

    void unread(UserId user, ConversationId conversation) {
        requireThere(conversation);
        set(markOf(user, conversation), user, conversation, 0);
        announce(user, new ReadMark(conversation, 0, clock.instant()));
    }

    private void requireThere(ConversationId conversation) {
        if (!conversations.isThere(conversation)) {
            throw new ConversationNotFound(conversation);
        }
    }

    private static Query markOf(UserId user, ConversationId conversation) {
        return query(where("_id").is(user + ":" + conversation));
    }

    private boolean set(Query mark, UserId user, ConversationId conversation, int seq) {
        var update = new Update()
                .set("user", user.value())
                .set("conversation", conversation)
                .set("seq", seq)
                .set("at", clock.instant());
        try {
            mongo.upsert(mark, update, COLLECTION);
            return true;
        } catch (DuplicateKeyException readFurther) {
            return false;
        }
    }

    private void announce(UserId user, ReadMark mark) {
        feed.publish(new LiveEvent("read", mark, new Audience(Set.of(user), Set.of())));
    }

    /** The first time soon after the start, and again where the store was away then. */
    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT1H")
    void keepHouse() {
        declareIndexes();
        mongo.remove(query(where("at").lt(clock.instant().minus(KEPT))), COLLECTION);
    }
}
