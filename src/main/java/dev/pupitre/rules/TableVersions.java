package dev.pupitre.rules;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.rules.TableVersion.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The versions of the tables in the store.
 *
 * <p>A table's numbers follow each other, and what is deployed stays: the newest is found by its id from any earlier one
 * on, without looking through all.
 */
@Repository
class TableVersions {
    /** A version without what it says, which is most of it. */
    private record Described(
            String table,
            int number,
            @Nullable Person author,
            Instant at,
            @Nullable String reason,
            @Nullable Integer basedOn,
            @Nullable Integer restores,
            TableVersion.@Nullable Planned planned) {
        VersionView view() {
            return new VersionView(
                    table,
                    number,
                    author == null ? null : author.name(),
                    author == null ? null : author.id(),
                    at,
                    reason,
                    basedOn,
                    restores,
                    planned,
                    false,
                    null);
        }
    }

    /** A version that was deployed, which none before it can be newer than. */
    private final Map<TableName, Integer> known = new ConcurrentHashMap<>();

    private final MongoTemplate mongo;

    TableVersions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** In whatever state. */
    Optional<TableVersion> find(TableName table, int number) {
        return Optional.ofNullable(mongo.findById(TableVersion.idOf(table, number), TableVersion.class));
    }

    /** One that was deployed. */
    Optional<TableVersion> deployed(TableName table, int number) {
        return find(table, number).filter(TableVersion::isDeployed);
    }

    /** In whatever state; empty before the table was ever deployed. */
    Optional<TableVersion> newest(TableName table) {
        var number = Optional.ofNullable(known.get(table)).orElseGet(() -> lastDeployed(table));
        var newest = Optional.<TableVersion>empty();
        var next = find(table, number);
        while (next.isPresent()) {
            newest = next;
            newest.filter(TableVersion::isDeployed).ifPresent(this::remember);
            next = find(table, newest.get().number() + 1);
        }
        return newest;
    }

    /** Those of which there is a version after the one given here; one cheap read tells. */
    Set<TableName> withSuccessor(Map<TableName, Integer> numbers) {
        var successors = new HashMap<String, TableName>();
        numbers.forEach((table, number) -> successors.put(TableVersion.idOf(table, number + 1), table));
        var asked = query(where("_id").in(successors.keySet()));
        asked.fields().include("_id");
        return mongo.find(asked, Document.class, mongo.getCollectionName(TableVersion.class)).stream()
                .map(found -> Objects.requireNonNull(successors.get(found.getString("_id"))))
                .collect(Collectors.toSet());
    }

    /** The newest that was deployed. */
    Optional<TableVersion> current(TableName table) {
        return newest(table)
                .flatMap(newest -> newest.isDeployed() ? Optional.of(newest) : find(table, newest.number() - 1));
    }

    private void remember(TableVersion version) {
        known.merge(version.tableName(), version.number(), Math::max);
    }

    private int lastDeployed(TableName table) {
        return all(table).stream().findFirst().map(VersionView::number).orElse(1);
    }

    /** Those that were deployed, the newest first, without what they say. */
    List<VersionView> all(TableName table) {
        var asked = deployedOf(table);
        asked.fields().exclude("dmn");
        return mongo.find(asked, Described.class, mongo.getCollectionName(TableVersion.class)).stream()
                .map(Described::view)
                .sorted(Comparator.comparingInt(VersionView::number).reversed())
                .toList();
    }

    /** What the versions say that came with Pupitre. */
    List<String> packaged(TableName table) {
        var asked = deployedOf(table);
        asked.addCriteria(where("author").is(null));
        return mongo.find(asked, TableVersion.class).stream()
                .map(TableVersion::dmn)
                .toList();
    }

    private static Query deployedOf(TableName table) {
        return query(where("table").is(table.id()).and("state").is(State.DEPLOYED));
    }

    /** False when the number is given already, unless its deployment has failed. */
    boolean add(TableVersion version) {
        try {
            mongo.insert(version);
            return true;
        } catch (DuplicateKeyException given) {
            var failed = query(where("_id").is(version.id()).and("state").is(State.WITHDRAWN));
            return mongo.replace(failed, version).getMatchedCount() == 1;
        }
    }

    /** The engine has it, and counts it by this number; false when its deployment was given up meanwhile. */
    boolean taken(TableVersion version, int byEngine) {
        var done = changed(
                same(version).and("state").is(version.state()),
                new Update().set("state", State.DEPLOYED).set("byEngine", byEngine));
        if (done) {
            remember(version);
        }
        return done;
    }

    /** False when it was deployed meanwhile. */
    boolean withdraw(TableVersion version) {
        return changed(same(version).and("state").is(State.DEPLOYING), Update.update("state", State.WITHDRAWN));
    }

    /** Unless it was deployed meanwhile. */
    void remove(TableVersion version) {
        mongo.remove(query(same(version).and("state").ne(State.DEPLOYED)), TableVersion.class);
    }

    private boolean changed(Criteria which, Update how) {
        return mongo.updateFirst(query(which), how, TableVersion.class).getMatchedCount() == 1;
    }

    private static Criteria same(TableVersion version) {
        return where("_id").is(version.id()).and("attempt").is(version.attempt());
    }
}
