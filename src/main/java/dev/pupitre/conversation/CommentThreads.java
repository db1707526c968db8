package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.PageId;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Under which top comment a reply stands: an event names the comment that is answered, which may be a reply itself, and
 * the event of a removal may name none.
 */
@Repository
class CommentThreads {
    private static final String COLLECTION = "comments";

    record Reply(@Id String id, String thread) {}

    private final MongoTemplate mongo;

    CommentThreads(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The thread of a comment, if it is a reply that is known. */
    Optional<String> of(PageId page, String comment) {
        return Optional.ofNullable(mongo.findById(id(page, comment), Reply.class, COLLECTION))
                .map(Reply::thread);
    }

    void remember(PageId page, String comment, String thread) {
        mongo.upsert(
                query(where("_id").is(id(page, comment))), new Update().set("thread", thread), Reply.class, COLLECTION);
    }

    private static String id(PageId page, String comment) {
        return page + ":" + comment;
    }
}
