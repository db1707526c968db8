package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.engine.ProcessModels;
import dev.pupitre.engine.ProcessModels.ProcessModel;
import dev.pupitre.engine.ProcessRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps each model that has led conversations as it is drawn, for as long as there may be conversations to look at.
 *
 * <p>The engine counts from 1 again when it was emptied, so a drawing is known by what is in it, too.
 */
@Repository
class ProcessDrawings {
    static final String COLLECTION = "processDrawings";
    static final String PROCESS = "conversation";

    record Drawing(@Id String id, String process, int version, String xml, Instant keptAt) {}

    private final MongoTemplate mongo;
    private final ProcessModels models;
    private final Clock clock;
    private final Map<Integer, String> known = new ConcurrentHashMap<>();

    ProcessDrawings(MongoTemplate mongo, ProcessModels models, Clock clock) {
        this.mongo = mongo;
        this.models = models;
        this.clock = clock;
    }

    /** By this process, whose model is kept from now on if it was not before. */
    Led led(ProcessRun run) {
        return new Led(run.instance(), new Trail.Model(run.version(), idOf(run.version())));
    }

    Optional<Drawing> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Drawing.class, COLLECTION));
    }

    private @Nullable String idOf(int version) {
        var before = known.get(version);
        if (before != null) {
            return before;
        }
        var here = models.get(PROCESS);
        var id = Integer.valueOf(version).equals(here.version()) ? keep(here, version) : keptByOthers(version);
        if (id != null) {
            known.put(version, id);
        }
        return id;
    }

    private String keep(ProcessModel model, int version) {
        var id = PROCESS + "-" + version + "-" + fingerprint(model.xml());
        if (find(id).isEmpty()) {
            try {
                mongo.insert(new Drawing(id, PROCESS, version, model.xml(), clock.instant()), COLLECTION);
            } catch (DuplicateKeyException raced) {
                return id;
            }
        }
        return id;
    }

    /** Nodes of several versions may work side by side: the model was deployed by one of the others. */
    private @Nullable String keptByOthers(int version) {
        var newest = query(where("process").is(PROCESS).and("version").is(version))
                .with(Sort.by(Sort.Direction.DESC, "keptAt"));
        var drawing = mongo.findOne(newest, Drawing.class, COLLECTION);
        return drawing == null ? null : drawing.id();
    }

    private static String fingerprint(String xml) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(xml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected SHA-256, which every Java has", impossible);
        }
    }
}
