package dev.pupitre.rules;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.NotFound;
import dev.pupitre.rules.PlannedDeployment.Content;
import dev.pupitre.rules.PlannedDeployment.Failure;
import dev.pupitre.rules.PlannedDeployment.Signal;
import dev.pupitre.rules.PlannedDeployment.State;
import dev.pupitre.rules.PlannedDeployment.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The planned deployments, each changed by one conditional update at a time. */
@Repository
class Plans {
    /** One was planned, or has come further; told on the node where that happened. */
    record Changed(PlannedDeployment plan) {}

    private static final int MOST = 20;
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);
    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    /** What came to something else than a version. */
    private static final List<State> TOLD = List.of(State.REFUSED, State.CANCELLED, State.FAILED);

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("askedAt"), Sort.Order.desc("_id"));

    private final MongoTemplate mongo;
    private final ApplicationEventPublisher events;

    Plans(MongoTemplate mongo, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.events = events;
    }

    /**
     * The content first: without a plan it means nothing.
     *
     * @throws PlanConflict when its draft is planned already
     */
    PlannedDeployment add(PlannedDeployment plan, String dmn) {
        if (plan.openDraft() != null) {
            nameDraft(plan.openDraft());
        }
        mongo.insert(new Content(plan.id(), dmn));
        try {
            mongo.insert(plan);
        } catch (DuplicateKeyException planned) {
            mongo.remove(query(where("_id").is(plan.id())), Content.class);
            throw PlanConflict.already(
                    mongo.findOne(query(where("openDraft").is(plan.openDraft())), PlannedDeployment.class));
        }
        events.publishEvent(new Changed(plan));
        return plan;
    }

    /** What an earlier version has planned, several times maybe, does not say that it holds the draft. */
    private void nameDraft(String draft) {
        var planned = open().stream()
                .filter(plan -> plan.draft() != null && plan.draft().id().equals(draft))
                .toList();
        if (planned.isEmpty() || planned.stream().anyMatch(plan -> plan.openDraft() != null)) {
            return;
        }
        var unnamed = where("_id")
                .is(planned.getFirst().id())
                .and("state")
                .in(OPEN)
                .and("openDraft")
                .is(null);
        try {
            change(unnamed, Update.update("openDraft", draft));
        } catch (DuplicateKeyException named) {
            // Another holds the draft since: what is to be added is refused for that one.
        }
    }

    Optional<PlannedDeployment> find(String id) {
        return Optional.ofNullable(mongo.findById(id, PlannedDeployment.class));
    }

    /** @throws NotFound when nothing of the kind was planned for the table */
    PlannedDeployment get(TableName table, String id) {
        return find(id).filter(plan -> plan.table().equals(table.id())).orElseThrow(() -> new NoSuchPlan(table, id));
    }

    String content(PlannedDeployment plan) {
        return Optional.ofNullable(mongo.findById(plan.id(), Content.class))
                .orElseThrow(() -> new IllegalStateException("Expected a content of the plan " + plan.id()))
                .dmn();
    }

    /** All that is still to come, and the last that came to something else than a version since then; the newest first. */
    List<PlannedDeployment> of(TableName table, Instant since) {
        var open = where("table").is(table.id()).and("state").in(OPEN);
        var ended = where("table")
                .is(table.id())
                .and("state")
                .in(TOLD)
                .and("ended.at")
                .gte(since);
        // In this order one that ends in between is not listed twice.
        return Stream.of(query(ended).with(NEWEST_FIRST).limit(MOST), query(open))
                .flatMap(found -> mongo.find(found, PlannedDeployment.class).stream())
                .sorted(Comparator.comparing(PlannedDeployment::askedAt)
                        .thenComparing(PlannedDeployment::id)
                        .reversed())
                .toList();
    }

    List<PlannedDeployment> open() {
        return mongo.find(query(where("state").in(OPEN)), PlannedDeployment.class);
    }

    List<PlannedDeployment> withSignalDue() {
        return mongo.find(query(where("due").exists(true).ne(null)), PlannedDeployment.class);
    }

    void told(String id, Signal signal) {
        mongo.updateFirst(
                query(where("_id").is(id).and("due").is(signal)), new Update().unset("due"), PlannedDeployment.class);
    }

    Optional<PlannedDeployment> approve(String id, Step by) {
        return change(
                in(id, State.PENDING_APPROVAL),
                Update.update("state", State.SCHEDULED).set("approved", by).set("due", Signal.DECIDED));
    }

    Optional<PlannedDeployment> refuse(String id, Step by) {
        return change(in(id, State.PENDING_APPROVAL), ended(State.REFUSED, by).set("due", Signal.DECIDED));
    }

    Optional<PlannedDeployment> cancel(String id, Step by) {
        return change(
                in(id, State.PENDING_APPROVAL, State.SCHEDULED),
                ended(State.CANCELLED, by).set("due", Signal.CANCELLED));
    }

    /** What is to take effect until then; from here on it cannot be cancelled any more. */
    Optional<PlannedDeployment> begin(String id, Instant until) {
        var due = new Criteria().orOperator(where("at").is(null), where("at").lte(until));
        return change(in(id, State.SCHEDULED).andOperator(due), Update.update("state", State.DEPLOYING));
    }

    /** What is in effect is so, also where the same job, given out twice, has failed meanwhile. */
    void deployed(String id, int version, Instant now) {
        change(
                in(id, State.DEPLOYING, State.FAILED),
                ended(State.DEPLOYED, new Step(null, now, null))
                        .set("version", version)
                        .unset("failure"));
    }

    Optional<PlannedDeployment> fail(String id, Failure failure, Instant now) {
        return change(
                in(id, State.DEPLOYING),
                ended(State.FAILED, new Step(null, now, null)).set("failure", failure));
    }

    private static Update ended(State as, Step by) {
        return Update.update("state", as).set("ended", by).unset("openDraft");
    }

    private static Criteria in(String id, State... states) {
        return where("_id").is(id).and("state").in((Object[]) states);
    }

    private Optional<PlannedDeployment> change(Criteria condition, Update update) {
        var changed =
                Optional.ofNullable(mongo.findAndModify(query(condition), update, CHANGED, PlannedDeployment.class));
        changed.ifPresent(plan -> events.publishEvent(new Changed(plan)));
        return changed;
    }

    private static final class NoSuchPlan extends NotFound {
        NoSuchPlan(TableName table, String id) {
            super("Expected a planned deployment %s of %s, but there is none".formatted(id, table));
        }
    }
}
