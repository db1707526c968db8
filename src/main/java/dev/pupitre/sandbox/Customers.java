package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The made-up Facebook users, with their threads; kept in memory only. */
@Profile("local")
@Component
class Customers implements Forgets {
    private static final int CAPACITY = 100_000;

    /** Their ids stay the same over restarts, as conversations outlive the sandbox. */
    private static final Map<String, String> SAMPLES = Map.of(
            "7000000000000001", "Ada Exemple",
            "7000000000000002", "Émile Fictif",
            "7000000000000003", "Zoë Muster",
            "7000000000000004", "Łucja Przykład",
            "7000000000000005", "Hugo Ejemplo");

    private static final List<String> FIRST_NAMES = List.of("Anouk", "Björn", "Chloé", "Dario", "Élodie", "Femi");
    private static final List<String> COLORS =
            List.of("#0f62fe", "#198038", "#8a3ffc", "#9f1853", "#005d5d", "#b28600");

    private final Map<String, CustomerThread> threads = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final WebhookBodies bodies;
    private final WebhookDelivery delivery;
    private final FacebookPages pages;
    private final Behaviours behaviours;
    private final SandboxFeed feed;
    private final Clock clock;

    Customers(
            WebhookBodies bodies,
            WebhookDelivery delivery,
            FacebookPages pages,
            Behaviours behaviours,
            SandboxFeed feed,
            Clock clock) {
        this.bodies = bodies;
        this.delivery = delivery;
        this.pages = pages;
        this.behaviours = behaviours;
        this.feed = feed;
        this.clock = clock;
        startAnew();
    }

    Optional<CustomerThread> find(String id) {
        return Optional.ofNullable(threads.get(id));
    }

    CustomerThread require(String id) {
        return find(id).orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The sandbox has no customer " + id));
    }

    List<Customer> newestFirst() {
        return threads.values().stream()
                .map(CustomerThread::view)
                .sorted(Comparator.comparing(
                                (Customer customer) -> Objects.requireNonNullElse(customer.lastAt(), Instant.MIN))
                        .reversed()
                        .thenComparing(Customer::id))
                .toList();
    }

    Customer create(Optional<String> name, FacebookPage page) {
        if (threads.size() >= CAPACITY) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Expected at most %d customers, but there are so many".formatted(CAPACITY));
        }
        var number = made.incrementAndGet();
        var thread = add(newId(), name.orElseGet(() -> madeUpName(number)), page);
        feed.customer(thread::view);
        return thread.view();
    }

    @Override
    public final void startAnew() {
        threads.values().forEach(CustomerThread::close);
        threads.clear();
        SAMPLES.forEach((id, name) -> feed.customer(add(id, name, pages.own())::view));
    }

    private CustomerThread add(String id, String name, FacebookPage page) {
        var color = COLORS.get(Math.floorMod(id.hashCode(), COLORS.size()));
        var profile = new CustomerProfile(id, name, color);
        var thread = new CustomerThread(profile, page, bodies, delivery.newLane(), behaviours, feed, clock);
        threads.put(id, thread);
        return thread;
    }

    /** Random, as an id of an earlier run must not come to mean another person. */
    private static String newId() {
        return "7" + ThreadLocalRandom.current().nextLong(100_000_000_000_000L, 1_000_000_000_000_000L);
    }

    private static String madeUpName(int number) {
        return "%s Exemple %d".formatted(FIRST_NAMES.get(number % FIRST_NAMES.size()), number);
    }
}
