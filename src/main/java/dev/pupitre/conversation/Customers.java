package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.PageId;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What is kept about customers, each found by its Page and the id that Meta gave it there. */
@Repository
class Customers {
    static final String COLLECTION = "customers";
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
        var facebook = told.facebook();
        var same = where("_id").is(told.id()).and("facebook.at").is(facebook == null ? null : facebook.at());
        return Optional.ofNullable(mongo.findAndModify(
                query(same),
                update.inc("version", 1L),
                FindAndModifyOptions.options().returnNew(true),
                StoredCustomer.class,
                COLLECTION));
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("customer", Sort.Direction.ASC));
    }

    /** Takes away all but that they are blocked. */
    void forgetUnlessBlocked(Set<String> customers) {
        var theirs = where("customer").in(customers);
        mongo.remove(query(theirs.and("block").is(null)), COLLECTION);
        mongo.updateMulti(
                query(where("customer").in(customers)),
                new Update().unset("tags").unset("fields").inc("version", 1L),
                COLLECTION);
    }

    /** Whether anything is kept of who has this id, at whichever Page. */
    boolean isKept(String customer) {
        return mongo.exists(query(where("customer").is(customer)), COLLECTION);
    }

    /** Nothing is to be left of who has this id, at whichever Page. */
    void forget(String customer) {
        mongo.remove(query(where("customer").is(customer)), COLLECTION);
        mongo.remove(query(where("customer").is(customer)), PendingBlocks.COLLECTION);
    }
}
