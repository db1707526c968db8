package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The files that agents have uploaded, and by which ids Meta knows them. */
@Repository
class Uploads {
    private static final String COLLECTION = "uploads";

    /** Meta forgets a file after 90 days (attachment upload API); ours is forgotten before, so that none is asked for in vain. */
    private static final Duration KNOWN_FOR = Duration.ofDays(89);

    private static final Duration UNUSED_FOR = Duration.ofDays(1);

    /**
     * A file that may be sent.
     *
     * @param sent whether it is part of a message, which then decides how long it is kept
     * @param known by Page, as each Page has its own
     */
    record Upload(
            @Id String id,
            Attachment.Type type,
            String name,
            String contentType,
            long size,
            String by,
            Instant at,
            boolean sent,
            @Nullable Map<String, Known> known) {
        StoredAttachment attachment() {
            return new StoredAttachment(
                    id,
                    type,
                    Attachment.State.STORED,
                    null,
                    name,
                    contentType,
                    size,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** Meta's number of the file, and when it was given. */
    record Known(String attachment, Instant at) {}

    private final MongoTemplate mongo;
    private final Files files;
    private final Clock clock;

    Uploads(MongoTemplate mongo, Files files, Clock clock) {
        this.mongo = mongo;
        this.files = files;
        this.clock = clock;
    }

    Upload add(StoredFile file, Attachment.Type type, String by) {
        return mongo.insert(
                new Upload(
                        file.id(),
                        type,
                        file.name(),
                        file.contentType(),
                        file.size(),
                        by,
                        clock.instant(),
                        false,
                        null),
                COLLECTION);
    }

    /** Keeps the file from being swept away, as a message is about to name it; empty when it was already. */
    Optional<Upload> use(String id) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id)),
                new Update().set("sent", true),
                FindAndModifyOptions.options().returnNew(true),
                Upload.class,
                COLLECTION));
    }

    /** Meta's number of the file for this Page, if it was given one and should still know it. */
    Optional<String> known(String id, PageId page) {
        return Optional.ofNullable(mongo.findById(id, Upload.class, COLLECTION))
                .map(Upload::known)
                .map(known -> known.get(page.value()))
                .filter(known -> known.at().plus(KNOWN_FOR).isAfter(clock.instant()))
                .map(Known::attachment);
    }

    void know(String id, PageId page, String attachment) {
        change(id, new Update().set("known." + page, new Known(attachment, clock.instant())));
    }

    void forget(String id, PageId page) {
        change(id, new Update().unset("known." + page));
    }

    private void change(String id, Update update) {
        mongo.updateFirst(query(where("_id").is(id)), update, Upload.class, COLLECTION);
    }

    /** Files that no message came to name. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        var unused = where("sent").is(false).and("at").lt(clock.instant().minus(UNUSED_FOR));
        for (var upload : mongo.find(query(unused), Upload.class, COLLECTION)) {
            if (mongo.remove(query(where("_id").is(upload.id()).and("sent").is(false)), COLLECTION)
                            .getDeletedCount()
                    == 1) {
                files.delete(upload.id());
            }
        }
    }
}
