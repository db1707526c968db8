package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Customers who write, and an agent who answers and resolves, whatever happens to the application meanwhile. */
final class Load {
    private static final Set<String> IN_GOOD_HANDS = Set.of("ASSIGNED", "CLOSED");
    private static final Set<String> REACHED = Set.of("SENT", "DELIVERED");

    /** What was written and answered, as far as those who did it know. */
    private record Talk(Customer customer, List<String> written, List<String> answered) {}

    private final DeskAgent agent;
    private final List<Talk> talks;
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private volatile boolean writing = true;
    private volatile boolean answering = true;

    Load(URI sandbox, DeskAgent agent, int customers) {
        this.agent = agent;
        this.talks = IntStream.rangeClosed(1, customers)
                .mapToObj(number -> Customer.named(sandbox, "Customer " + number))
                .map(customer -> new Talk(customer, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>()))
                .toList();
    }

    Load start() {
        talks.forEach(talk -> begin(() -> write(talk)));
        begin(this::answer);
        return this;
    }

    int answers() {
        return answers.get();
    }

    int messages() {
        return talks.stream().mapToInt(talk -> talk.written().size()).sum();
    }

    void endWriting() {
        writing = false;
    }

    /** Nobody writes or answers any more when this returns. */
    void end() throws InterruptedException {
        writing = false;
        answering = false;
        for (var thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    /** Nothing was lost, nothing came twice, all is in order, and nothing is left to be done. */
    void assertSettled() {
        for (var talk : talks) {
            var history = agent.historyOf(talk.customer());
            assertThat(history)
                    .extracting(conversation -> conversation.get("state").asString())
                    .isSubsetOf(IN_GOOD_HANDS);
            var messages = history.stream()
                    .flatMap(conversation ->
                            agent.messages(conversation.get("id").asString()).stream())
                    .toList();
            assertThat(texts(messages, "IN")).as("what the desk has").containsExactlyElementsOf(talk.written());
            assertThat(texts(messages, "OUT")).as("what the desk answered").containsExactlyElementsOf(talk.answered());
            assertThat(messages.stream()
                            .filter(message -> direction(message).equals("OUT"))
                            .map(message -> message.get("status").asString()))
                    .isSubsetOf(REACHED);
            assertThat(talk.customer().received())
                    .as("what the customer got")
                    .containsExactlyElementsOf(talk.answered());
        }
    }

    /** The processes have gone on: each of them can end. */
    void resolveAll() {
        agent.mine()
                .forEach(conversation -> assertThat(
                                agent.resolves(conversation.get("id").asString()))
                        .returns(202, Answer::status));
    }

    void assertAllClosed() {
        for (var talk : talks) {
            assertThat(agent.historyOf(talk.customer()))
                    .extracting(conversation -> conversation.get("state").asString())
                    .containsOnly("CLOSED");
        }
    }

    private void begin(Work work) {
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (InterruptedException | RuntimeException | AssertionError failure) {
                failures.add(failure);
            }
        }));
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void write(Talk talk) throws InterruptedException {
        var random = new Random(talk.customer().id.hashCode());
        for (int number = 1; writing; number++) {
            var text = "line " + number;
            talk.customer().writes(text);
            talk.written().add(text);
            Thread.sleep(random.nextInt(200, 800));
        }
    }

    /** Resolves now and then, so that messages and closings meet. */
    private void answer() throws InterruptedException {
        var random = new Random(answers.hashCode());
        while (answering) {
            for (var conversation : insist(agent::mine)) {
                var talk = talkOf(conversation);
                if (talk.isPresent()
                        && conversation.get("unanswered").asInt() > 0
                        && conversation.get("state").asString().equals("ASSIGNED")) {
                    reply(talk.get(), conversation);
                    if (random.nextInt(4) == 0) {
                        insist(() ->
                                unlessDown(agent.resolves(conversation.get("id").asString())));
                    }
                }
            }
            Thread.sleep(50);
        }
    }

    private void reply(Talk talk, JsonNode conversation) throws InterruptedException {
        var text = "answer " + answers.incrementAndGet();
        var id = conversation.get("id").asString();
        var answer = insist(() -> unlessDown(agent.repliesOnce(id, text, text)));
        if (answer.status() == 202) {
            talk.answered().add(text);
        }
    }

    /** Empty for a customer of another test. */
    private Optional<Talk> talkOf(JsonNode conversation) {
        var customer = conversation.get("customer").get("id").asString();
        return talks.stream()
                .filter(talk -> talk.customer().id.equals(customer))
                .findFirst();
    }

    private static Answer unlessDown(Answer answer) {
        if (answer.status() >= 500) {
            throw new IllegalStateException("Expected an answer, but got " + answer);
        }
        return answer;
    }

    /** Asks again until the application is there. */
    private static <T> T insist(Supplier<T> question) throws InterruptedException {
        while (true) {
            try {
                return question.get();
            } catch (UncheckedIOException | IllegalStateException down) {
                Thread.sleep(100);
            }
        }
    }

    private static List<String> texts(List<JsonNode> messages, String direction) {
        return messages.stream()
                .filter(message -> direction(message).equals(direction))
                .map(message -> message.get("text").asString())
                .toList();
    }

    private static String direction(JsonNode message) {
        return message.get("direction").asString();
    }
}
