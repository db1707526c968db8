package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConversationStoryIT {
    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");

    /** Who leaves gives back what was not answered yet: it is ended while somebody is there. */
    @BeforeEach
    @AfterEach
    void nothingIsLeftBehind() {
        bruno.is("OFFLINE");
        alice.is("ONLINE");
        await().untilAsserted(() -> {
            for (var agent : List.of(alice, bruno)) {
                agent.mine().forEach(conversation -> agent.resolves(idOf(conversation)));
            }
            assertThat(alice.list("state=NEW,WAITING,ASSIGNED,CLOSING&size=200"))
                    .isEmpty();
        });
        alice.is("OFFLINE");
    }

    @Test
    void aMessageIsAnsweredResolvedAndFollowedByANewConversation() {
        alice.is("ONLINE");
        var customer = Customer.named(pupitre.base, "Camille");
        customer.writes("Bonjour, où est ma commande ?");
        var first = assignedTo(alice, customer);

        assertThat(alice.replies(first, "Elle part demain.")).returns(202, Answer::status);
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Elle part demain."));
        await().untilAsserted(() -> assertThat(lastStatus(first)).isEqualTo("DELIVERED"));
        customer.reads();
        await().untilAsserted(() -> assertThat(lastStatus(first)).isEqualTo("READ"));
        assertThat(alice.resolves(first)).returns(202, Answer::status);
        await().untilAsserted(() ->
                assertThat(alice.conversation(first).get("state").asString()).isEqualTo("CLOSED"));
        customer.writes("Merci !");

        assertThat(assignedTo(alice, customer)).isNotEqualTo(first);
    }

    @Test
    void messagesInARowStayInOneConversationInOrder() {
        alice.is("ONLINE");
        var customer = Customer.named(pupitre.base, "Dominique");
        for (int number = 1; number <= 6; number++) {
            customer.writes("line " + number);
        }

        var id = assignedTo(alice, customer);
        await().untilAsserted(() -> assertThat(alice.texts(id))
                .containsExactly("line 1", "line 2", "line 3", "line 4", "line 5", "line 6"));
        assertThat(alice.mine()).hasSize(1);
    }

    @Test
    void theSameWebhookTwiceIsOneMessage() {
        alice.is("ONLINE");
        var sandbox = new HttpSession(pupitre.base);
        sandbox.put("/sandbox/api/behaviour", Map.of("copies", 3));
        try {
            var customer = Customer.named(pupitre.base, "Echo");
            customer.writes("first");
            var id = assignedTo(alice, customer);
            customer.writes("second");

            await().untilAsserted(() -> assertThat(alice.texts(id)).containsExactly("first", "second"));
            assertThat(alice.mine()).hasSize(1);
        } finally {
            sandbox.put("/sandbox/api/behaviour", Map.of("copies", 1));
        }
    }

    @Test
    void aConversationNobodyListensToReachesNobody() {
        alice.is("ONLINE");
        var customer = Customer.named(pupitre.base, "Leaving");
        customer.writes("STOP");

        await().untilAsserted(
                        () -> assertThat(alice.list("state=IGNORED&q=Leaving")).hasSize(1));
        assertThat(alice.mine()).isEmpty();
    }

    @Test
    void twoCustomersAreTwoConversations() {
        alice.is("ONLINE");
        var first = Customer.named(pupitre.base, "First");
        var second = Customer.named(pupitre.base, "Second");
        first.writes("from the first");
        second.writes("from the second");

        assertThat(alice.texts(assignedTo(alice, first))).containsExactly("from the first");
        assertThat(alice.texts(assignedTo(alice, second))).containsExactly("from the second");
    }

    @Test
    void waitingConversationsGoToAnAgentWhoComesOnline() {
        var calm = Customer.named(pupitre.base, "Calm");
        calm.writes("When you have time");
        await().untilAsserted(() -> assertThat(alice.queue()).hasSize(1));
        var pressed = Customer.named(pupitre.base, "Pressed");
        pressed.writes("This is urgent!");
        await().untilAsserted(() -> assertThat(alice.queue()).hasSize(2));
        assertThat(alice.queue().getFirst().get("customer").get("id").asString())
                .as("the urgent one is served first")
                .isEqualTo(pressed.id);

        alice.is("ONLINE");

        await().untilAsserted(() -> assertThat(alice.mine()).hasSize(2));
        assertThat(alice.queue()).isEmpty();
    }

    @Test
    void theLeastBusyAgentGetsTheNextConversation() {
        alice.is("ONLINE");
        bruno.is("ONLINE");
        for (var name : List.of("One", "Two", "Three", "Four")) {
            Customer.named(pupitre.base, name).writes("Hello");
        }

        await().untilAsserted(() -> {
            assertThat(alice.mine()).hasSize(2);
            assertThat(bruno.mine()).hasSize(2);
        });
    }

    @Test
    void aMessageWhileTheAgentResolvesIsInOneOfTheTwoConversations() {
        alice.is("ONLINE");
        for (int round = 0; round < 5; round++) {
            var customer = Customer.named(pupitre.base, "Racer " + round);
            customer.writes("first");
            var id = assignedTo(alice, customer);

            var late = Thread.startVirtualThread(() -> customer.writes("late"));
            alice.resolves(id);
            join(late);

            await().untilAsserted(() -> {
                var next = alice.conversationOf(customer).map(ConversationStoryIT::idOf);
                var texts = next.filter(open -> !open.equals(id)).isPresent()
                        ? List.of(alice.texts(id), alice.texts(next.get()))
                        : List.of(alice.texts(id));
                assertThat(texts.stream().flatMap(List::stream)).containsExactly("first", "late");
            });
        }
    }

    @Test
    void anotherAgentsConversationHasToBeClaimedFirst() {
        alice.is("ONLINE");
        var customer = Customer.named(pupitre.base, "Sacha");
        customer.writes("Hello");
        var id = assignedTo(alice, customer);

        assertThat(bruno.replies(id, "Hi")).returns(409, Answer::status);
        assertThat(bruno.resolves(id)).returns(409, Answer::status);
        assertThat(bruno.claims(id)).returns(200, Answer::status);
        assertThat(bruno.replies(id, "Hi from Bruno")).returns(202, Answer::status);
        assertThat(alice.replies(id, "Hi")).returns(409, Answer::status);

        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Hi from Bruno"));
        assertThat(bruno.resolves(id)).returns(202, Answer::status);
        await().untilAsserted(() ->
                assertThat(bruno.conversation(id).get("state").asString()).isEqualTo("CLOSED"));
        await().untilAsserted(
                        () -> assertThat(List.of(alice.load(), bruno.load())).containsExactly(0, 0));
    }

    private String lastStatus(String id) {
        return alice.messages(id).getLast().get("status").asString();
    }

    private static String assignedTo(DeskAgent agent, Customer customer) {
        return await().until(
                        () -> agent.mine().stream()
                                .filter(conversation -> conversation
                                        .get("customer")
                                        .get("id")
                                        .asString()
                                        .equals(customer.id))
                                .filter(conversation ->
                                        conversation.get("state").asString().equals("ASSIGNED"))
                                .map(ConversationStoryIT::idOf)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String idOf(JsonNode conversation) {
        return conversation.get("id").asString();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
