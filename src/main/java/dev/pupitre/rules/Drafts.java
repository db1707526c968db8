package dev.pupitre.rules;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** The drafts in the store, each saved only from the revision that was read. */
@Repository
class Drafts {
    /**
     * A draft was saved, or is gone; told on the node where that happened.
     *
     * @param draft null where it is gone
     */
    record Changed(String table, String id, @Nullable DraftView draft) {}

    /** A draft without what it says, which is most of it. */
    private record Described(@Id String id, String table, int basedOn, Person author, Instant at, long revision) {
        DraftView view() {
            return new DraftView(id, table, basedOn, author.name(), author.id(), at, revision, null, null);
        }
    }

    private final MongoTemplate mongo;
    private final ApplicationEventPublisher events;

    Drafts(MongoTemplate mongo, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.events = events;
    }

    /** @throws NotFound when the table has no such draft, or not any more */
    Draft get(TableName table, String id) {
        var draft = mongo.findById(id, Draft.class);
        if (draft == null || !draft.table().equals(table.id())) {
            throw new NoSuchDraft(table, id);
        }
        return draft;
    }

    /** The one that was saved last comes first; without what they say. */
    List<DraftView> all(TableName table) {
        var asked = query(where("table").is(table.id()));
        asked.fields().exclude("dmn");
        return mongo.find(asked, Described.class, mongo.getCollectionName(Draft.class)).stream()
                .map(Described::view)
                .sorted(Comparator.comparing(DraftView::at).reversed().thenComparing(DraftView::id))
                .toList();
    }

    void add(Draft draft) {
        mongo.insert(draft);
        events.publishEvent(new Changed(draft.table(), draft.id(), DraftView.of(draft)));
    }

    /** False when it was saved, deployed or deleted meanwhile. */
    boolean replace(Draft saved, Draft before) {
        var replaced = mongo.replace(query(unchanged(before.origin())), saved).getMatchedCount() == 1;
        if (replaced) {
            events.publishEvent(new Changed(saved.table(), saved.id(), DraftView.of(saved)));
        }
        return replaced;
    }

    /** False where it was gone. */
    boolean remove(TableName table, String id) {
        return removeWhere(where("_id").is(id).and("table").is(table.id()), table, id);
    }

    /** It is a version now, unless somebody has gone on with it. */
    void deployed(TableName table, TableVersion.Origin origin) {
        var _ = removeWhere(unchanged(origin), table, origin.id());
    }

    private boolean removeWhere(Criteria which, TableName table, String id) {
        var removed = mongo.remove(query(which), Draft.class).getDeletedCount() > 0;
        if (removed) {
            events.publishEvent(new Changed(table.id(), id, null));
        }
        return removed;
    }

    private static Criteria unchanged(TableVersion.Origin origin) {
        return where("_id").is(origin.id()).and("revision").is(origin.revision());
    }

    private static final class NoSuchDraft extends NotFound {
        NoSuchDraft(TableName table, String id) {
            super("Expected a draft %s of %s, but there is none, or not any more".formatted(id, table));
        }
    }
}
