package dev.pupitre.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.pupitre.story.HttpSession.Answer;
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
import org.springframework.test.util.ReflectionTestUtils;

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
    private final SoakPlan plan;
    private final SoakCheck check;
    private final List<Customer> customers;
    private int repeated;
    private int moved;

    private Soak(long seed, int events) {
        customers = IntStream.range(0, Math.max(20, events / 40))
                .mapToObj(number -> Customer.named(sandbox, "Soaked " + number))
                .toList();
        plan = new SoakPlan(
                seed,
                Long.toString(System.currentTimeMillis() % 1_000_000_000),
                customers.stream().map(customer -> customer.id).toList(),
                customer -> pupitre.base + "/sandbox/api/customers/" + customer + "/picture");
        check = new SoakCheck(plan.expected, alice, pupitre.context.getBean(MongoTemplate.class));
    }

    /** Tells so many events and proves what came of them. */
    public static Outcome run(long seed, int events) {
        return new Soak(seed, events).run(events);
    }

    private Outcome run(int events) {
        var begun = System.nanoTime();
        var opening = plan.opening();
        tell(opening);
        check.awaitEmptyInbox();
        var told = new ArrayList<SoakTold>();
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
        check.awaitEmptyInbox();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        check.exactly(answers);
        return new Outcome(size(opening) + size(told), calls.size(), repeated, moved, answers, took);
    }

    /** The sandbox forgets everything. */
    public static void emptySandbox() {
        var pupitre = RunningPupitre.shared();
        assertThat(new HttpSession(pupitre.base).delete("/sandbox/api")).returns(204, Answer::status);
    }

    /** The embedded store reads again from its file what it is asked for. */
    public static void emptyStoreCache() {
        var context = RunningPupitre.shared().context;
        if (context.containsBean("embeddedStore")) {
            var server = ReflectionTestUtils.getField(context.getBean("embeddedStore"), "server");
            var backend = (H2Backend) requireNonNull(ReflectionTestUtils.getField(requireNonNull(server), "backend"));
            var file = backend.getMvStore();
            file.setCacheSize(file.getCacheSize());
        }
    }

    private static int size(List<SoakTold> told) {
        return told.stream().mapToInt(call -> call.items().size()).sum();
    }

    /** One in a hundred comes again later, and another one too late. */
    private void disturb(List<SoakTold> told) {
        for (int times = told.size() / ONE_IN; times > 0; times--) {
            var from = plan.expected.random.nextInt(told.size());
            told.add(Math.min(told.size(), from + 1 + plan.expected.random.nextInt(60)), told.get(from));
            repeated++;
            var late = told.remove(plan.expected.random.nextInt(told.size()));
            told.add(plan.expected.random.nextInt(told.size()), late);
            moved++;
        }
    }

    private List<String> tell(List<SoakTold> told) {
        var calls = new ArrayList<String>();
        for (int from = 0; from < told.size(); ) {
            var to = Math.min(told.size(), from + 1 + plan.expected.random.nextInt(MOST_IN_A_CALL));
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
    private String body(List<SoakTold> told) {
        var entries = new ArrayList<Map<String, Object>>();
        var shared = plan.expected.random.nextBoolean();
        for (var call : told) {
            if (entries.isEmpty() || !shared) {
                entries.add(new HashMap<>(Map.of("id", SoakExpected.PAGE, "time", System.currentTimeMillis())));
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
            check.ours()
                    .forEach(
                            conversation -> open.put(SoakCheck.customerOf(conversation), SoakCheck.idOf(conversation)));
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
}
