package dev.pupitre.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The desk, seen from outside: after each thing that is done there the day waits until all is done that follows from it,
 * and then looks whether it is right.
 */
final class Desk {
    static final String EXPERTS = "experts";

    /** What is awaited comes, or never does; a slow and busy machine may need long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final Set<Visit> queued = new LinkedHashSet<>();
    private final MongoTemplate store;
    private final HttpSession program;
    private final List<DayAgent> agents;
    private final int capacity;

    Desk(DayPupitre pupitre, List<DayAgent> agents, int capacity) {
        this.store = pupitre.store();
        this.program = pupitre.program();
        this.agents = agents;
        this.capacity = capacity;
    }

    /** Waits for all that follows, and returns what agents have been given meanwhile. */
    List<Visit> settle(Collection<Visit> touched) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> unsettled(touched), Optional::isEmpty);
        var given = takeGiven();
        assertThat(given)
                .as("who is given, while others wait who came before")
                .allSatisfy(visit -> assertThat(queued)
                        .noneMatch(waiting ->
                                visit.waitsFor == null && waiting.waitsFor == null && waiting.isBefore(visit)));
        checkPlaces();
        return given;
    }

    private Optional<Object> unsettled(Collection<Visit> touched) {
        for (var visit : touched) {
            if (!isAsPlanned(visit)) {
                return Optional.of(new Unsettled(visit));
            }
        }
        for (var collection : List.of("inbox", "outbox")) {
            if (store.getCollection(collection).countDocuments() > 0) {
                return Optional.of("Something is left in the " + collection);
            }
        }
        return undealt();
    }

    /** Told only when it is waited for in vain. */
    private final class Unsettled {
        private final Visit visit;

        Unsettled(Visit visit) {
            this.visit = visit;
        }

        @Override
        public String toString() {
            return "%s: %s".formatted(visit, find(visit));
        }
    }

    private boolean isAsPlanned(Visit visit) {
        var found = find(visit);
        if (found.isEmpty()) {
            return false;
        }
        var seen = found.get();
        visit.conversation = seen.conversation();
        var messages = seen.received() == visit.received
                && seen.sent() == visit.sent
                && seen.spared() == visit.spared
                && seen.allArrived();
        return messages && seen.isDone() && isWhere(visit, seen) && (!visit.lost || seen.isLost());
    }

    private static boolean isWhere(Visit visit, Seen seen) {
        return switch (visit.phase) {
            case COMING -> false;
            case WAITS_FOR_OPENING -> seen.state().equals("NEW") && seen.waitsForOpening();
            case QUEUED -> seen.state().equals("WAITING") || seen.state().equals("ASSIGNED");
            case HELD ->
                seen.state().equals("ASSIGNED")
                        && seen.assignee().filter(visit.agent().id::equals).isPresent();
            case OVER -> seen.state().equals("CLOSED");
        };
    }

    /** Who waits although somebody who may serve them has room, or is between the queue and an agent. */
    private Optional<Object> undealt() {
        if (queued.isEmpty()) {
            return Optional.empty();
        }
        var places = places();
        var waiting = new HashSet<>(ids("waiting"));
        for (var visit : queued) {
            var agent = places.get(visit.conversation);
            if (waiting.contains(visit.conversation) == (agent != null)) {
                return Optional.of(visit + " is on its way into the queue or out of it");
            }
            if (agent == null && agents.stream().anyMatch(free -> hasRoom(free, places) && mayServe(free, visit))) {
                return Optional.of(visit + " waits though somebody has room");
            }
            if (agent != null && !isGiven(visit, agent)) {
                return Optional.of(visit + " is being given to " + agent);
            }
        }
        return Optional.empty();
    }

    private boolean hasRoom(DayAgent agent, Map<String, String> places) {
        var taken = places.values().stream().filter(agent.id::equals).count();
        return agent.isOnline() && taken < capacity;
    }

    private boolean mayServe(DayAgent agent, Visit visit) {
        var wanted = visit.waitsFor;
        if (wanted == null || wanted.equals(agent.id)) {
            return true;
        }
        return wanted.equals(EXPERTS)
                ? agent.expert
                : agents.stream().noneMatch(named -> named.id.equals(wanted) && named.isOnline());
    }

    private boolean isGiven(Visit visit, String agent) {
        return find(visit)
                .filter(seen -> seen.state().equals("ASSIGNED") && seen.isDone())
                .filter(seen -> seen.assignee().filter(agent::equals).isPresent())
                .isPresent();
    }

    private List<Visit> takeGiven() {
        if (queued.isEmpty()) {
            return List.of();
        }
        var places = places();
        var given = new ArrayList<Visit>();
        for (var visit : List.copyOf(queued)) {
            var agent = places.get(visit.conversation);
            if (agent != null) {
                queued.remove(visit);
                agents.stream().filter(one -> one.id.equals(agent)).findFirst().ifPresent(one -> one.takes(visit));
                given.add(visit);
            }
        }
        return given;
    }

    /** As everybody at the desk sees it: nobody has more than they can, and each just what the day gave them. */
    private void checkPlaces() {
        var shown = new HashMap<String, Integer>();
        for (var agent : program.get("/api/v1/transfer-targets").json().get("agents")) {
            var load = agent.get("load").asInt();
            assertThat(load).as("what %s has", agent).isLessThanOrEqualTo(capacity);
            shown.put(agent.get("id").asString(), load);
        }
        agents.forEach(agent ->
                assertThat(shown.getOrDefault(agent.id, 0)).as(agent.toString()).isEqualTo(agent.held.size()));
    }

    Optional<Seen> find(Visit visit) {
        var live = Optional.ofNullable(byId("live", visit.visitor.thread())).map(Seen::new);
        return visit.conversation == null
                ? live
                : live.filter(open -> open.conversation().equals(visit.conversation))
                        .or(() -> Optional.ofNullable(byId("recordings", visit.conversation()))
                                .map(Seen::new));
    }

    Seen get(Visit visit) {
        return find(visit).orElseThrow(() -> new AssertionError("Expected to find " + visit));
    }

    private @Nullable Document byId(String collection, String id) {
        return store.findOne(Query.query(Criteria.where("_id").is(id)), Document.class, collection);
    }

    private List<String> ids(String collection) {
        return store.findAll(Document.class, collection).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }

    /** Which conversation takes a place with whom. */
    private Map<String, String> places() {
        var places = new HashMap<String, String>();
        for (var agent : store.findAll(Document.class, "agents")) {
            for (var place : agent.getList("places", Document.class, List.of())) {
                places.put(place.getString("conversation"), agent.getString("_id"));
            }
        }
        return places;
    }
}
