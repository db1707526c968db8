package dev.pupitre.campaign;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** A small collection of the store in which each document has a version, and a change is refused that is late. */
final class Shelf<I, D> {
    private final MongoTemplate mongo;
    private final Class<D> type;
    private final String versionField;
    private final Function<D, I> id;
    private final ToLongFunction<D> version;

    Shelf(MongoTemplate mongo, Class<D> type, String versionField, Function<D, I> id, ToLongFunction<D> version) {
        this.mongo = mongo;
        this.type = type;
        this.versionField = versionField;
        this.id = id;
        this.version = version;
    }

    I id(D document) {
        return id.apply(document);
    }

    long version(D document) {
        return version.applyAsLong(document);
    }

    Optional<D> find(I wanted) {
        return Optional.ofNullable(mongo.findById(wanted, type));
    }

    List<D> find(Collection<I> wanted) {
        return wanted.isEmpty() ? List.of() : mongo.find(query(where("_id").in(wanted)), type);
    }

    /** By the ids as they are written in the store; costs little however much the documents hold. */
    Map<String, Long> versions() {
        var wanted = new Query();
        wanted.fields().include(versionField);
        var versions = new HashMap<String, Long>();
        for (var found : mongo.find(wanted, Document.class, mongo.getCollectionName(type))) {
            versions.put(
                    found.getString("_id"),
                    found.getEmbedded(List.of(versionField.split("\\.")), Number.class)
                            .longValue());
        }
        return versions;
    }

    /** False when there is one with this id. */
    boolean add(D document) {
        try {
            mongo.insert(document);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /** False when the one in the store is not of the version that was changed. */
    boolean replace(D changed, long before) {
        return mongo.replace(
                                query(where("_id")
                                        .is(id(changed))
                                        .and(versionField)
                                        .is(before)),
                                changed)
                        .getMatchedCount()
                == 1;
    }

    boolean remove(D document) {
        return mongo.remove(
                                query(where("_id")
                                        .is(id(document))
                                        .and(versionField)
                                        .is(version(document))),
                                type)
                        .getDeletedCount()
                == 1;
    }
}
