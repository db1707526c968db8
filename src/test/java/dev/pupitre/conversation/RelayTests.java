package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.kernel.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTests {
    private static final int AT_ONCE = 2;
    private static final int BACKLOG = 5;

    private final Intake intake = mock();
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Relay relay = new Relay(
            mock(),
            intake,
            mock(),
            new SimpleMeterRegistry(),
            new ConversationProperties(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(5),
                    Duration.ofDays(7),
                    AT_ONCE,
                    BACKLOG,
                    Duration.ofMinutes(1),
                    Duration.ofDays(7),
                    Duration.ofHours(1)),
            new MovableClock());

    @BeforeEach
    void workTakesUntilItIsAllowedToEnd() {
        willAnswer(call -> {
                    atWork.incrementAndGet();
                    allowed.acquireUninterruptibly();
                    atWork.decrementAndGet();
                    done.incrementAndGet();
                    return true;
                })
                .given(intake)
                .take(any(InboundEvent.MessageReceived.class), any());
    }

    @AfterEach
    void endAllWork() {
        allowed.release(100);
    }

    @Test
    void worksInNoMoreThreadsAtOnceThanItMay() {
        for (int customer = 0; customer < 4; customer++) {
            relay.submit(messageOf(customer));
        }
        await().untilAsserted(() -> assertThat(atWork).hasValue(AT_ONCE));
        await().during(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(atWork).hasValue(AT_ONCE));

        allowed.release(4);

        await().untilAsserted(() -> assertThat(done).hasValue(4));
    }

    @Test
    void letsTheSenderWaitWhileTheBacklogIsFull() {
        for (int customer = 0; customer < BACKLOG; customer++) {
            relay.submit(messageOf(customer));
        }

        var sender = Thread.startVirtualThread(() -> relay.submit(messageOf(BACKLOG)));

        await().during(Duration.ofMillis(100)).until(sender::isAlive);
        allowed.release();
        await().until(() -> !sender.isAlive());
    }

    private static Inbox.Pending messageOf(int customer) {
        var event =
                new InboundEvent.MessageReceived(PAGE, "customer-" + customer, Instant.EPOCH, "m-" + customer, "Hi");
        return new Inbox.Pending(event.key(), event, Instant.EPOCH, null);
    }
}
