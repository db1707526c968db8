package dev.pupitre.supervision;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.supervision.WebhookDelivery.Again;
import dev.pupitre.supervision.WebhookDelivery.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The webhooks, and what is to go out to each: stored before anything is sent, and kept as a log afterwards. */
@Repository
class WebhookQueue {
    private static final String WEBHOOKS = "alertWebhooks";
    private static final String DELIVERIES = "alertDeliveries";
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int SHOWN = 50;
    private static final int AT_ONCE = 20;

    /** What a receiver reads. */
    record Notice(String id, String event, AlertView alert) {}

    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;

    WebhookQueue(MongoTemplate mongo, JsonMapper json, Clock clock) {
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
    }

    List<Webhook> all() {
        return mongo.findAll(Webhook.class, WEBHOOKS);
    }

    Optional<Webhook> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Webhook.class, WEBHOOKS));
    }

    void add(Webhook webhook) {
        mongo.insert(webhook, WEBHOOKS);
    }

    /** Empty when it is not there any more; null leaves what was. */
    Optional<Webhook> change(String id, @Nullable String url, @Nullable Boolean enabled) {
        var update = new Update();
        if (url != null) {
            update.set("url", url);
        }
        if (enabled != null) {
            update.set("enabled", enabled);
        }
        return update.getUpdateObject().isEmpty() ? find(id) : changed(id, update);
    }

    /** From now on it is signed by another secret. */
    Optional<Webhook> rotate(String id, String encrypted) {
        return changed(id, new Update().set("encrypted", encrypted).unset("secret"));
    }

    private Optional<Webhook> changed(String id, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id)),
                update,
                FindAndModifyOptions.options().returnNew(true),
                Webhook.class,
                WEBHOOKS));
    }

    /** The same secret, encrypted as it is done now, unless it has changed meanwhile. */
    void renewed(Webhook before, String encrypted) {
        var same = where("_id").is(before.id()).and("encrypted").is(before.encrypted());
        mongo.updateFirst(
                query(same.and("secret").is(before.secret())),
                new Update().set("encrypted", encrypted).unset("secret"),
                WEBHOOKS);
    }

    /** What is still to go out to it does not. */
    void delete(String id) {
        mongo.remove(query(where("_id").is(id)), WEBHOOKS);
        mongo.remove(query(where("webhook").is(id)), DELIVERIES);
    }

    /** Has every webhook told of it as it is now, once, however often this is called. */
    void add(Alert alert) {
        var event = event(alert);
        var about =
                alert.resolvedAt() == null ? alert.id() + ":" + alert.raisedAt().toEpochMilli() : alert.id();
        var changed = alert.resolvedAt() == null && alert.changedAt() != null
                ? ":" + alert.changedAt().toEpochMilli()
                : "";
        for (var webhook : all()) {
            if (webhook.enabled()) {
                add(webhook, about + ":" + event + changed + ":" + webhook.id(), event, AlertView.of(alert));
            }
        }
    }

    private static String event(Alert alert) {
        if (alert.resolvedAt() != null) {
            return "alert.resolved";
        }
        return alert.changedAt() == null ? "alert.raised" : "alert.changed";
    }

    /** Something to try whether it arrives. */
    void test(Webhook webhook) {
        var now = clock.instant();
        var nothing = Alert.of(Alert.Kind.WAITING, "", "Test", 0, 0, null, now);
        add(webhook, "test:" + UUID.randomUUID(), "test", AlertView.of(nothing));
    }

    private void add(Webhook webhook, String id, String event, AlertView alert) {
        var body = json.writeValueAsString(new Notice(id, event, alert));
        try {
            mongo.insert(WebhookDelivery.due(id, webhook.id(), event, body, clock.instant()), DELIVERIES);
        } catch (DuplicateKeyException addedBefore) {
            // A look that was broken off is being finished.
        }
    }

    /** Those whose time has come, each for this node alone until {@code until}. */
    List<WebhookDelivery> take(Instant now, Instant until) {
        var due = where("state").is(State.PENDING).and("nextAt").lte(now);
        return mongo.find(query(due).limit(AT_ONCE), WebhookDelivery.class, DELIVERIES).stream()
                .flatMap(delivery -> Optional.ofNullable(mongo.findAndModify(
                                query(where("_id")
                                        .is(delivery.id())
                                        .and("state")
                                        .is(State.PENDING)
                                        .and("nextAt")
                                        .is(delivery.nextAt())),
                                new Update().set("nextAt", until).inc("attempts", 1),
                                FindAndModifyOptions.options().returnNew(true),
                                WebhookDelivery.class,
                                DELIVERIES))
                        .stream())
                .toList();
    }

    void settle(WebhookDelivery delivery, State state, @Nullable Integer status, @Nullable String error, Instant now) {
        change(delivery, outcome(status, error).set("state", state).set("settledAt", now));
    }

    void tryAgain(WebhookDelivery delivery, Instant at, @Nullable Integer status, @Nullable String error) {
        change(delivery, outcome(status, error).set("nextAt", at));
    }

    private static Update outcome(@Nullable Integer status, @Nullable String error) {
        return new Update().set("lastStatus", status).set("lastError", error);
    }

    private void change(WebhookDelivery delivery, Update update) {
        mongo.updateFirst(
                query(where("_id").is(delivery.id()).and("attempts").is(delivery.attempts())),
                update,
                WebhookDelivery.class,
                DELIVERIES);
    }

    Optional<WebhookDelivery> delivery(String webhook, String id) {
        return Optional.ofNullable(mongo.findOne(
                query(where("_id").is(id).and("webhook").is(webhook)), WebhookDelivery.class, DELIVERIES));
    }

    /** What was given up goes out once more; empty where it is no more, or not given up any longer. */
    Optional<WebhookDelivery> again(WebhookDelivery given, Again again) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(given.id()).and("state").is(State.FAILED)),
                new Update()
                        .set("state", State.PENDING)
                        .set("nextAt", again.at())
                        .set("again", again)
                        .unset("settledAt"),
                FindAndModifyOptions.options().returnNew(true),
                WebhookDelivery.class,
                DELIVERIES));
    }

    /** What the receiver is told. */
    AlertView alert(WebhookDelivery delivery) {
        return json.readValue(delivery.body(), Notice.class).alert();
    }

    /** The newest first. */
    List<WebhookDelivery> log(String webhook) {
        return mongo.find(
                query(where("webhook").is(webhook))
                        .with(Sort.by(Sort.Direction.DESC, "createdAt"))
                        .limit(SHOWN),
                WebhookDelivery.class,
                DELIVERIES);
    }

    void forget(Instant now) {
        mongo.remove(query(where("settledAt").lt(now.minus(KEPT))), DELIVERIES);
    }
}
