package dev.pupitre.page;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The Pages in the store: each change is one conditional update of one document. */
@Repository
class PageStore {
    /** What connecting a Page leaves behind. */
    record Connection(
            PageId page,
            String name,
            @Nullable String picture,
            String token,
            @Nullable String insteadOf,
            @Nullable String person) {}

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);
    private static final FindAndModifyOptions CHANGED_OR_MADE =
            FindAndModifyOptions.options().returnNew(true).upsert(true);

    private final MongoTemplate mongo;

    PageStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<StoredPage> all() {
        return mongo.findAll(StoredPage.class);
    }

    Optional<StoredPage> find(PageId page) {
        return Optional.ofNullable(mongo.findById(page, StoredPage.class));
    }

    /** Makes the document of the Page that the settings name, unless it is there. */
    void ensure(PageId page, String name) {
        mongo.upsert(
                query(where("_id").is(page)),
                new Update()
                        .setOnInsert("name", name)
                        .setOnInsert("humanAgent", false)
                        .setOnInsert("responseFeedback", false)
                        .setOnInsert("version", 1L)
                        .unset("disconnectedAt"),
                StoredPage.class);
    }

    /** Connects the Page, for the first time or again; nothing holds it any longer. */
    StoredPage connect(Connection connection, Instant at) {
        var update = new Update()
                .set("name", connection.name())
                .set("picture", connection.picture())
                .set("token", connection.token())
                .set("insteadOf", connection.insteadOf())
                .set("connectedBy", connection.person())
                .set("connectedAt", at)
                .unset("disconnectedAt")
                .unset("hold")
                .unset("health")
                .unset("reprieve")
                .setOnInsert("humanAgent", false)
                .setOnInsert("responseFeedback", false)
                .inc("version", 1);
        var page = mongo.findAndModify(
                query(where("_id").is(connection.page())), update, CHANGED_OR_MADE, StoredPage.class);
        if (page == null) {
            throw new IllegalStateException("Expected the store to return Page " + connection.page());
        }
        return page;
    }

    Optional<StoredPage> disconnect(PageId page, Instant at) {
        return change(
                where("_id").is(page).and("disconnectedAt").is(null),
                new Update()
                        .set("disconnectedAt", at)
                        .unset("token")
                        .unset("insteadOf")
                        .unset("connectedBy")
                        .unset("hold")
                        .unset("health")
                        .unset("reprieve"));
    }

    /**
     * Empty when it is held already for the same cause or one that weighs more; what ends by itself lasts as long as was
     * said last.
     */
    Optional<StoredPage> hold(PageId page, Hold hold) {
        var connected = where("_id").is(page).and("disconnectedAt").is(null);
        if (hold.cause() != Hold.Cause.RESTRICTED) {
            return change(
                    connected.and("hold.cause").nin(hold.cause(), Hold.Cause.REFUSED, Hold.Cause.DEAUTHORISED),
                    new Update().set("hold", hold));
        }
        var _ = change(
                where("_id").is(page).and("hold.cause").is(hold.cause()), new Update().set("hold.until", hold.until()));
        return change(connected.and("hold").is(null), new Update().set("hold", hold));
    }

    /** Empty when it is held for it already, or was connected at this instant or later. */
    Optional<StoredPage> deauthorise(PageId page, String person, Instant before, Hold hold) {
        return change(
                where("_id")
                        .is(page)
                        .and("disconnectedAt")
                        .is(null)
                        .and("connectedBy")
                        .is(person)
                        .and("connectedAt")
                        .lt(before)
                        .and("hold.cause")
                        .ne(hold.cause()),
                new Update().set("hold", hold));
    }

    Optional<StoredPage> release(PageId page, Hold.Cause cause) {
        return change(where("_id").is(page).and("hold.cause").is(cause), new Update().unset("hold"));
    }

    /** Ends what ends by itself. */
    Optional<StoredPage> releaseOver(PageId page, Instant now) {
        return change(where("_id").is(page).and("hold.until").lte(now), new Update().unset("hold"));
    }

    /** Empty when the Page was changed meanwhile: what was found may say nothing about its present token. */
    Optional<StoredPage> checked(StoredPage page, Health health, HoldRule.Outcome outcome) {
        var update = new Update().set("health", health).set("reprieve", outcome.reprieve());
        return change(
                where("_id").is(page.id()).and("version").is(page.version()),
                outcome.hold() == null ? update.unset("hold") : update.set("hold", outcome.hold()));
    }

    Optional<StoredPage> change(PageId page, Update update) {
        return change(where("_id").is(page), update);
    }

    void reencrypted(PageId page, String before, String after) {
        var _ = change(where("_id").is(page).and("token").is(before), new Update().set("token", after));
    }

    /** The latest of each counts, whichever node writes first. */
    void note(String field, Map<PageId, Instant> latest) {
        if (latest.isEmpty()) {
            return;
        }
        var changes = mongo.bulkOps(BulkMode.UNORDERED, StoredPage.class);
        latest.forEach((page, at) -> changes.updateOne(query(where("_id").is(page)), new Update().max(field, at)));
        changes.execute();
    }

    private Optional<StoredPage> change(Criteria still, Update update) {
        return Optional.ofNullable(
                mongo.findAndModify(query(still), update.inc("version", 1), CHANGED, StoredPage.class));
    }
}
