package dev.pupitre.survey;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The surveys, one document a conversation, and when each customer was asked last. */
@Repository
class SurveyResults {
    private static final String RESULTS = "surveys";
    private static final String LAST = "lastSurveys";
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    /** The last survey of a thread, which stands for the customer at the Page. */
    record Last(@Id String id, ConversationId conversation, Instant askedAt) {}

    private final MongoTemplate mongo;

    SurveyResults(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Makes this conversation's survey the customer's last one, unless they were asked by another since then.
     *
     * @return true for the conversation that has it already, too
     */
    boolean claim(String thread, ConversationId conversation, Instant since, Instant now) {
        var free = new Criteria()
                .andOperator(
                        where("_id").is(thread),
                        new Criteria()
                                .orOperator(
                                        where("askedAt").lt(since),
                                        where("conversation").is(conversation)));
        var claimed = new Last(thread, conversation, now);
        if (mongo.replace(query(free), claimed, LAST).getMatchedCount() == 1) {
            return true;
        }
        try {
            mongo.insert(claimed, LAST);
            return true;
        } catch (DuplicateKeyException askedBefore) {
            return false;
        }
    }

    /** The question of this conversation has not reached the customer: it does not count as their last one. */
    void release(String thread, ConversationId conversation) {
        mongo.remove(query(where("_id").is(thread).and("conversation").is(conversation)), LAST);
    }

    void begin(SurveyResult asked) {
        try {
            mongo.insert(asked, RESULTS);
        } catch (DuplicateKeyException repeated) {
            // The job came once more.
        }
    }

    Optional<SurveyResult> find(ConversationId conversation) {
        return Optional.ofNullable(mongo.findById(conversation, SurveyResult.class, RESULTS));
    }

    Optional<SurveyResult> last(String thread) {
        return Optional.ofNullable(mongo.findById(thread, Last.class, LAST)).flatMap(last -> find(last.conversation()));
    }

    /** The first score counts; a repeat of the message that gave it is answered alike. */
    Optional<SurveyResult> rate(ConversationId conversation, int score, String mid, Instant at) {
        var first = byId(conversation).and("score").is(null);
        return change(first, new Update().set("score", score).set("ratedAt", at).set("ratedBy", mid))
                .or(() -> find(conversation).filter(result -> mid.equals(result.ratedBy())));
    }

    Optional<SurveyResult> askComment(ConversationId conversation, Instant now) {
        return change(byId(conversation).and("commentAskedAt").is(null), new Update().set("commentAskedAt", now));
    }

    /** The comment, or none where the customer has none to make. */
    Optional<SurveyResult> comment(ConversationId conversation, @Nullable String text, String mid) {
        var first = byId(conversation).and("commentedBy").is(null);
        return change(first, new Update().set("comment", text).set("commentedBy", mid))
                .or(() -> find(conversation).filter(result -> mid.equals(result.commentedBy())));
    }

    /** The score stays, nothing that tells whose it was. */
    void forget(ConversationId conversation) {
        var result = find(conversation);
        if (result.isPresent()) {
            mongo.remove(
                    query(where("_id")
                            .is(result.get().thread())
                            .and("conversation")
                            .is(conversation)),
                    LAST);
            change(
                    byId(conversation),
                    new Update()
                            .unset("thread")
                            .unset("comment")
                            .unset("ratedBy")
                            .unset("commentedBy"));
        }
    }

    private Optional<SurveyResult> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(query(condition), update, CHANGED, SurveyResult.class, RESULTS));
    }

    private static Criteria byId(ConversationId conversation) {
        return where("_id").is(conversation);
    }
}
