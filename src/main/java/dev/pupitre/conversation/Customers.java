package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.PendingBlocks.PendingBlock;
import dev.pupitre.kernel.PageId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What is kept about customers, each found by its Page and the id that Meta gave it there. */
@Repository
class Customers {
    static final String COLLECTION = "customers";
    private static final String BLOCKED = "block.at";
    private static final int TOLD_AT_ONCE = 500;
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true).upsert(true);

    private final MongoTemplate mongo;

    Customers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    StoredCustomer of(PageId page, String customer) {
        return find(page.value(), customer).orElseGet(() -> StoredCustomer.nothingOf(page, customer));
    }

    Optional<StoredCustomer> find(String page, String customer) {
        return Optional.ofNullable(
                mongo.findById(StoredCustomer.key(page, customer), StoredCustomer.class, COLLECTION));
    }

    boolean isBlocked(String page, String customer) {
        return find(page, customer).filter(known -> known.block() != null).isPresent();
    }

    /** Changes what is as it was read; empty when somebody else was faster. */
    Optional<StoredCustomer> change(StoredCustomer before, Update update) {
        var same = where("_id").is(before.id());
        var unchanged = before.version() == 0
                ? same.and("version").exists(false)
                : same.and("version").is(before.version());
        try {
            return Optional.ofNullable(mongo.findAndModify(
                    query(unchanged),
                    update.inc("version", 1L)
                            .setOnInsert("page", before.page())
                            .setOnInsert("customer", before.customer()),
                    CHANGED,
                    StoredCustomer.class,
                    COLLECTION));
        } catch (DuplicateKeyException changedMeanwhile) {
            return Optional.empty();
        }
    }

    /** Changes what Facebook was told of as it was told; empty where it is to be told something else since. */
    Optional<StoredCustomer> changeToldAs(StoredCustomer told, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                query(toldAs(told)),
                update.inc("version", 1L),
                FindAndModifyOptions.options().returnNew(true),
                StoredCustomer.class,
                COLLECTION));
    }

    /** Nothing is to be left of whom Facebook was told to let through; false where it is to be told something else since. */
    boolean forgetToldAs(StoredCustomer told) {
        return mongo.remove(query(toldAs(told).and("block").is(null)), COLLECTION)
                        .getDeletedCount()
                > 0;
    }

    private static Criteria toldAs(StoredCustomer told) {
        var facebook = told.facebook();
        return where("_id").is(told.id()).and("facebook.at").is(facebook == null ? null : facebook.at());
    }

    void declareIndexes() {
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("customer", Sort.Direction.ASC));
        // Few of all customers are blocked.
        indexes.createIndex(new Index(BLOCKED, Sort.Direction.DESC).sparse());
        indexes.createIndex(new Index("facebook.at", Sort.Direction.DESC).sparse());
    }

    /** Takes away all but that they are blocked, or are still to be let through at Facebook. */
    void forgetUnlessBlocked(Set<String> customers) {
        var theirs = where("customer").in(customers);
        mongo.remove(query(theirs.and("block").is(null).and("facebook").is(null)), COLLECTION);
        mongo.updateMulti(
                query(where("customer").in(customers)),
                new Update().unset("tags").unset("fields").inc("version", 1L),
                COLLECTION);
    }

    /** Whether anything is kept of who has this id, at whichever Page. */
    boolean isKept(String customer) {
        return mongo.exists(query(where("customer").is(customer)), COLLECTION);
    }

    /** Who is blocked, or still to be let through at Facebook, the newest block first. */
    List<StoredCustomer> blocked(int page, int size) {
        var order = Sort.by(Sort.Order.desc(BLOCKED), Sort.Order.asc("_id"));
        return mongo.find(
                query(standingAlone()).with(order).skip((long) page * size).limit(size),
                StoredCustomer.class,
                COLLECTION);
    }

    long countBlocked() {
        return mongo.count(query(standingAlone()), COLLECTION);
    }

    /** Blocked by a version that did not tell Facebook. */
    List<StoredCustomer> untold() {
        return mongo.find(
                query(where(BLOCKED).exists(true).and("facebook").is(null)).limit(TOLD_AT_ONCE),
                StoredCustomer.class,
                COLLECTION);
    }

    private static Criteria standingAlone() {
        return new Criteria()
                .orOperator(where(BLOCKED).exists(true), where("facebook.at").exists(true));
    }

    /**
     * Nothing is to be left of who has this id, at whichever Page; but the id itself until Facebook, where they were
     * blocked, lets them through: nobody would know of that block any more, and nobody could lift it.
     */
    void forget(String customer) {
        var theirs = where("customer").is(customer);
        mongo.remove(query(where("customer").is(customer).and("last").ne(true)), PendingBlocks.COLLECTION);
        mongo.find(query(theirs), StoredCustomer.class, COLLECTION).stream()
                .filter(known -> known.facebook() != null)
                .forEach(known -> mongo.save(PendingBlock.lastOf(known), PendingBlocks.COLLECTION));
        mongo.remove(query(theirs), COLLECTION);
    }
}
