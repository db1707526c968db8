package dev.pupitre.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import dev.pupitre.story.SoakPlan.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/**
 * A long mixed load with repeats and lost order, while an agent answers; then everything has to be there exactly once.
 *
 * <p>The events go through the sandbox's signature to the webhook over HTTP, several in a call.
 */
public final class Soak {
    private static final int AT_ONCE = 4;
    private static final int MOST_IN_A_CALL = 8;
    private static final int ONE_IN = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What a run came to; {@code events} were told, repeats included. */
    public record Outcome(int events, int calls, int repeated, int moved, int answers, Duration took) {
        public double perSecond() {
            return events * 1e9 / took.toNanos();
        }
    }

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final HttpSession sandbox = new HttpSession(pupitre.base);
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final MongoTemplate mongo = pupitre.context.getBean(MongoTemplate.class);
    private final SoakPlan plan;
    private final List<Customer> customers;
    private int repeated;
    private int moved;

    private Soak(long seed, int events) {
        customers = IntStream.range(0, Math.max(20, events / 40))
                .mapToObj(number -> Customer.named(pupitre.base, "Soaked " + number))
                .toList();
        plan = new SoakPlan(
                seed,
                Long.toString(System.currentTimeMillis() % 1_000_000_000),
                customers.stream().map(customer -> customer.id).toList());
    }

    /** Tells so many events and proves what came of them. */
    public static Outcome run(long seed, int events) {
        return new Soak(seed, events).run(events);
    }

    private Outcome run(int events) {
        var begun = System.nanoTime();
        var opening = plan.opening();
        tell(opening);
        awaitEmptyInbox();
        var told = new ArrayList<Told>();
        for (var left = events - size(opening);
                left > 0;
                left -= told.getLast().items().size()) {
            told.add(plan.next());
        }
        disturb(told);
        var answers = Math.min(customers.size() / 2, 100);
        final List<String> calls;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = threads.submit(() -> answer(answers));
            calls = tell(told);
            answered.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        awaitEmptyInbox();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        check(answers);
        return new Outcome(size(opening) + size(told), calls.size(), repeated, moved, answers, took);
    }

    private static int size(List<Told> told) {
        return told.stream().mapToInt(call -> call.items().size()).sum();
    }

    /** One in a hundred comes again later, and another one too late. */
    private void disturb(List<Told> told) {
        for (int times = told.size() / ONE_IN; times > 0; times--) {
            var from = plan.random.nextInt(told.size());
            told.add(Math.min(told.size(), from + 1 + plan.random.nextInt(60)), told.get(from));
            repeated++;
            var late = told.remove(plan.random.nextInt(told.size()));
            told.add(plan.random.nextInt(told.size()), late);
            moved++;
        }
    }

    private List<String> tell(List<Told> told) {
        var calls = new ArrayList<String>();
        for (int from = 0; from < told.size(); ) {
            var to = Math.min(told.size(), from + 1 + plan.random.nextInt(MOST_IN_A_CALL));
            calls.add(body(told.subList(from, to)));
            from = to;
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<Future<Answer>>();
            calls.forEach(call -> answers.add(threads.submit(() -> sandbox.raw(
                    "/sandbox/api/webhooks", call.getBytes(UTF_8), Map.of("Content-Type", "application/json")))));
            for (var answer : answers) {
                assertThat(answer.get().json().get("status").asInt())
                        .as("what the webhook answered")
                        .isEqualTo(200);
            }
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return calls;
    }

    /** Sometimes each event has an entry of its own, sometimes all share one. */
    private String body(List<Told> told) {
        var entries = new ArrayList<Map<String, Object>>();
        var shared = plan.random.nextBoolean();
        for (var call : told) {
            if (entries.isEmpty() || !shared) {
                entries.add(new HashMap<>(Map.of("id", SoakPlan.PAGE, "time", System.currentTimeMillis())));
            }
            @SuppressWarnings("unchecked")
            var items = (List<Object>) entries.getLast().computeIfAbsent(call.array(), _ -> new ArrayList<>());
            items.addAll(call.items());
        }
        return HttpSession.JSON.writeValueAsString(Map.of("object", "page", "entry", entries));
    }

    /** The busiest customers are those at the beginning, and some of them go elsewhere: the agent answers the others. */
    private void answer(int answers) {
        var open = new TreeMap<String, String>();
        await().atMost(PATIENCE).until(() -> {
            ours().forEach(conversation -> open.put(customerOf(conversation), idOf(conversation)));
            return open.keySet().containsAll(plan.customers);
        });
        customers.reversed().subList(0, answers).forEach(customer -> {
            var id = String.valueOf(open.get(customer.id));
            await().atMost(PATIENCE).until(() -> alice.claims(id).status() == 200);
            for (int times = 0; times < 2; times++) {
                var answer = alice.repliesOnce(id, "An answer", "soak");
                assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            }
        });
    }

    private void awaitEmptyInbox() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(mongo.getCollection("inbox").countDocuments())
                        .as("events not yet brought into conversations")
                        .isZero());
    }

    private void check(int answers) {
        var found = new SoakFound();
        var conversations = ours();
        conversations.forEach(conversation -> found.add(conversation, alice.messages(idOf(conversation))));
        assertThat(found.privately).as("messages of each customer").isEqualTo(sorted(plan.mids));
        assertThat(found.publicly).as("comments of each conversation").isEqualTo(byFirst(plan.comments));
        assertThat(conversations).as("conversations").hasSize(plan.mids.size() + plan.comments.size());
        assertThat(found.reacted).as("signs of customers").isEqualTo(plan.reacted);
        assertThat(found.edited).as("edited texts").isEqualTo(plan.edited);
        assertThat(found.removed).as("messages taken back").isEqualTo(plan.removed);
        assertThat(found.lines).as("lines about what happened").isEqualTo(plan.lines);
        assertThat(found.answers).as("answers").isEqualTo(answers);
        var ofThisRun = Criteria.where("kind").is("novelty").and("json").regex("\"run\":\"" + plan.run + "\"");
        assertThat(mongo.count(Query.query(ofThisRun), "unrecognised"))
                .as("kept events of unknown kinds")
                .isEqualTo(plan.unknown);
    }

    /** The conversations of this run; the list may change while it is read page by page. */
    private List<JsonNode> ours() {
        var ours = new TreeMap<String, JsonNode>();
        for (int page = 0; ; page++) {
            var items = alice.list("size=200&page=" + page);
            items.stream().filter(this::isOurs).forEach(conversation -> ours.put(idOf(conversation), conversation));
            if (items.size() < 200) {
                return List.copyOf(ours.values());
            }
        }
    }

    private boolean isOurs(JsonNode conversation) {
        return plan.mids.containsKey(customerOf(conversation))
                || conversation.at("/post/id").asString("").equals(plan.post());
    }

    private static String customerOf(JsonNode conversation) {
        return conversation.at("/customer/id").asString();
    }

    private static String idOf(JsonNode conversation) {
        return conversation.get("id").asString();
    }

    private static Map<String, List<String>> byFirst(Map<String, List<String>> expected) {
        var sorted = new TreeMap<String, List<String>>();
        sorted(expected).values().forEach(ids -> sorted.put(ids.getFirst(), ids));
        return sorted;
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> expected) {
        var sorted = new TreeMap<String, List<String>>();
        expected.forEach((key, ids) -> sorted.put(key, ids.stream().sorted().toList()));
        return sorted;
    }
}
