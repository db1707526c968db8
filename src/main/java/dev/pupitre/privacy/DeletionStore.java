package dev.pupitre.privacy;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Erasure.Erased;
import dev.pupitre.privacy.DataDeletion.Signal;
import dev.pupitre.privacy.DataDeletion.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The deletions, each changed by one conditional update at a time. */
@Repository
class DeletionStore {
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private static final State[] UNFINISHED =
            Stream.of(State.values()).filter(state -> !state.isFinished()).toArray(State[]::new);

    private final MongoTemplate mongo;

    DeletionStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Without the unique one, a repeated call could make a second deletion of one request. */
    void declareIndexes() {
        var indexes = mongo.indexOps(DataDeletion.class);
        indexes.createIndex(new Index("request", Sort.Direction.ASC).unique());
        indexes.createIndex(new Index("due", Sort.Direction.ASC).sparse());
        indexes.createIndex(new Index("askedAt", Sort.Direction.DESC));
        indexes.createIndex(new Index("state", Sort.Direction.ASC));
    }

    /** Keeps a new one, or finds the one that the same request made before. */
    DataDeletion keep(DataDeletion asked) {
        try {
            return mongo.insert(asked);
        } catch (DuplicateKeyException repeated) {
            return Optional.ofNullable(mongo.findOne(query(where("request").is(asked.request())), DataDeletion.class))
                    .orElseThrow(() -> repeated);
        }
    }

    Optional<DataDeletion> find(String code) {
        return Optional.ofNullable(mongo.findById(code, DataDeletion.class));
    }

    /** Newest first. */
    List<DataDeletion> list(int page, int size) {
        return mongo.find(
                new Query()
                        .with(Sort.by(Sort.Order.desc("askedAt"), Sort.Order.asc("_id")))
                        .skip((long) page * size)
                        .limit(size),
                DataDeletion.class);
    }

    long count() {
        return mongo.count(new Query(), DataDeletion.class);
    }

    List<DataDeletion> withSignalDue() {
        return mongo.find(query(where("due").exists(true)), DataDeletion.class);
    }

    void told(String code, Signal signal, Instant now) {
        mongo.updateFirst(
                query(where("_id").is(code).and("due").is(signal)),
                new Update().unset("due").set("toldAt", now),
                DataDeletion.class);
    }

    /** Those that are not finished, and whose process was told nothing since before this instant. */
    List<DataDeletion> untoldSince(Instant instant) {
        var quiet = new Criteria()
                .orOperator(
                        where("toldAt").lt(instant),
                        where("toldAt").is(null).and("askedAt").lt(instant));
        return mongo.find(
                query(where("state")
                        .in((Object[]) UNFINISHED)
                        .and("due")
                        .is(null)
                        .andOperator(quiet)),
                DataDeletion.class);
    }

    /** Its process is to be there, which may have been lost; empty when it is finished or is told something anyway. */
    Optional<DataDeletion> again(String code) {
        return change(in(code, UNFINISHED).and("due").is(null), new Update().set("due", Signal.AGAIN));
    }

    /** These are the person; told to the process, which waits for it while people search. */
    Optional<DataDeletion> matchedByPeople(String code, List<String> customers, Instant until) {
        return change(in(code, State.SEARCHING), matched(customers, until).set("due", Signal.MATCHED));
    }

    /** These are the person, which the process knows. */
    Optional<DataDeletion> matched(String code, List<String> customers, Instant until) {
        return change(in(code, State.RECEIVED, State.SEARCHING), matched(customers, until));
    }

    Optional<DataDeletion> searching(String code) {
        return change(in(code, State.RECEIVED), new Update().set("state", State.SEARCHING));
    }

    /** Adds to what has been erased. */
    void erased(String code, Erased more) {
        change(
                in(code, State.ERASING),
                new Update()
                        .inc("conversations", more.conversations())
                        .inc("messages", more.messages())
                        .inc("files", more.files().size())
                        .addToSet("fileIds")
                        .each(more.files().toArray()));
    }

    /** Nothing that names anyone stays. */
    Optional<DataDeletion> finish(String code, State as, Instant now) {
        return change(
                in(code, State.ERASING),
                new Update()
                        .set("state", as)
                        .set("finishedAt", now)
                        .unset("person")
                        .set("customers", List.of())
                        .set("fileIds", List.of()));
    }

    private static Update matched(List<String> customers, Instant until) {
        return new Update()
                .set("state", State.ERASING)
                .set("customers", customers)
                .set("until", until);
    }

    private static Criteria in(String code, State... states) {
        return where("_id").is(code).and("state").in((Object[]) states);
    }

    private Optional<DataDeletion> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(query(condition), update, CHANGED, DataDeletion.class));
    }
}
