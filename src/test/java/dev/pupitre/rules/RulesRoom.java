package dev.pupitre.rules;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.audit.Audit;
import dev.pupitre.engine.CountingEngine;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.IndexResolver;

/** A node of the room on a real store, with an engine that is in the test's hand. */
final class RulesRoom implements AutoCloseable {
    static final Person NADIA = new Person("nadia", "Nadia");
    static final Person OTTO = new Person("otto", "Otto");
    static final Duration FINISH_AFTER = Duration.ofSeconds(30);

    final TestDatabase database;
    final CountingEngine engine;
    final MovableClock clock;
    final List<Object> happened = new CopyOnWriteArrayList<>();
    final List<DeployGate> gates = new ArrayList<>();
    final DecisionTables tables = PackagedTables.decisionTables();
    final TableVersions versions;
    final Drafts drafts;
    final Delivery delivery;
    final Deployments deployments;
    final Drafting drafting;
    final TableWatch watch;
    final Plans plans;
    final PlanSignals signals;
    final Tries tries = new Tries(Duration.ofSeconds(20));
    final PlanCheck check;
    final PlanRun run;
    final Audit audit = mock();

    /** The engine as processes are told by it. */
    final Engine processes = mock();

    final List<EngineMessage> told = new CopyOnWriteArrayList<>();

    RulesRoom() {
        this(new TestDatabase(), new CountingEngine(), new MovableClock());
        delivery.bringUp();
    }

    private RulesRoom(TestDatabase database, CountingEngine engine, MovableClock clock) {
        this.database = database;
        this.engine = engine;
        this.clock = clock;
        indexed(database.template());
        versions = new TableVersions(database.template());
        drafts = new Drafts(database.template(), happened::add);
        delivery = new Delivery(versions, drafts, engine, tables, happened::add, clock);
        deployments = new Deployments(versions, drafts, delivery, engine, gates, clock);
        drafting = new Drafting(drafts, versions, deployments, clock);
        plans = new Plans(database.template(), happened::add);
        signals = new PlanSignals(plans, processes);
        check = new PlanCheck(deployments, settings(false), tries);
        run = new PlanRun(plans, deployments, check, audit, clock);
        willAnswer(call -> told.add(call.getArgument(0))).given(processes).publish(any());
        watch = new TableWatch(versions, delivery, tables, settings(false), clock);
    }

    /** As the application's own store declares them. */
    private static void indexed(MongoTemplate template) {
        IndexResolver.create(template.getConverter().getMappingContext())
                .resolveIndexFor(PlannedDeployment.class)
                .forEach(template.indexOps(PlannedDeployment.class)::createIndex);
    }

    /** Another node on the same store and engine, before it has looked at either. */
    RulesRoom anotherNode() {
        return new RulesRoom(database, engine, clock);
    }

    /** The same engine with another store. */
    RulesRoom onto(TestDatabase other) {
        return new RulesRoom(other, engine, clock);
    }

    /** The same node after a restart, which the engine has not answered yet. */
    RulesRoom restartedWithoutEngine() {
        var again = anotherNode();
        again.watch.start();
        return again;
    }

    /** The same node after a restart. */
    RulesRoom restarted() {
        var again = anotherNode();
        again.watch.start();
        again.delivery.bringUp();
        return again;
    }

    /** The shipped table with something else written beside its last row. */
    static String hours(String annotation) {
        return TableName.BUSINESS_HOURS
                .packaged()
                .replace("<description>Closed</description>", "<description>" + annotation + "</description>");
    }

    Draft draft(String annotation) {
        return drafting.begin(TableName.BUSINESS_HOURS, hours(annotation), null, NADIA);
    }

    TableVersion deploy(Draft draft) {
        return deployments.deploy(TableName.BUSINESS_HOURS, draft.id(), draft.revision(), order(NADIA));
    }

    /** Where changes need the approval of another person, or not. */
    Planning planning(boolean approval) {
        return new Planning(plans, signals, deployments, settings(approval), clock);
    }

    static RulesProperties settings(boolean approval) {
        return new RulesProperties(Duration.ofSeconds(2), FINISH_AFTER, approval);
    }

    /** Nadia's draft, to be in effect in a moment. */
    PlannedDeployment planned(Draft draft, boolean approval) {
        var wish = new Planning.Wish(NADIA, "Because", clock.instant().plusSeconds(1), approval, false);
        return planning(false).plan(TableName.BUSINESS_HOURS, draft.id(), draft.revision(), wish);
    }

    PlannedDeployment plan(String id) {
        return plans.get(TableName.BUSINESS_HOURS, id);
    }

    static Deployments.Order order(Person by) {
        return new Deployments.Order(by, "Because", false);
    }

    /** As a deployment writes it down. */
    TableVersion following(Deployments.Change change) {
        return TableVersion.following(TableName.BUSINESS_HOURS, change, NADIA, clock.instant(), "Because");
    }

    int current() {
        return versions.current(TableName.BUSINESS_HOURS)
                .map(TableVersion::number)
                .orElse(0);
    }

    List<Integer> numbers() {
        return versions.all(TableName.BUSINESS_HOURS).stream()
                .map(VersionView::number)
                .toList();
    }

    /** What is written beside the last row of the table that decides here. */
    String decidesBy() {
        return String.valueOf(tables.sayings("business-hours").getLast().description());
    }

    @Override
    public void close() {
        tries.stop();
        database.close();
    }
}
