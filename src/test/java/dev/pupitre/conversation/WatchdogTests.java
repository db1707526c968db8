package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.conversation.Stuck.Remedy;
import dev.pupitre.engine.EngineState;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.data.mongodb.core.query.Update;

/** A process that takes no step is found within a minute, and it is said why, where that is known. */
class WatchdogTests {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final WatchdogProperties SETTINGS =
            new WatchdogProperties(Duration.ofSeconds(30), Duration.ofSeconds(15));

    private final ConversationRoom room = new ConversationRoom();
    private final EngineState engine = mock();
    private final Campaigns campaigns = mock();
    private final LiveFeed feed = mock();
    private final Watchdog watchdog = new Watchdog(
            new Standstills(room.database.template(), room.live),
            new Causes(engine, new TableTrials(engine, new StartFacts(room.pages), campaigns, room.clock)),
            feed,
            SETTINGS,
            room.clock,
            room.meters);

    @BeforeEach
    void nothingIsWrong() {
        given(engine.outage()).willReturn(Optional.empty());
        given(engine.unattended(any())).willReturn(Optional.empty());
        given(engine.tryTable(any(), any())).willReturn(Optional.empty());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void findsWithinAMinuteThatNothingWasDecided() {
        var id = opened("1");

        assertThat(lookingForAMinute()).isPositive();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(id, Stuck::conversation)
                .returns(Step.DECIDE, Stuck::step)
                .returns(Cause.UNKNOWN, Stuck::cause)
                .returns(Remedy.BEGIN_AGAIN, Stuck::remedy);
    }

    @Test
    void isNotMisledByACustomerWhoGoesOnWriting() {
        opened("1");
        var writes = 0;
        var end = room.clock.instant().plus(A_MINUTE);
        while (!room.clock.instant().plus(SETTINGS.interval()).isAfter(end)) {
            room.clock.advance(SETTINGS.interval());
            room.customerWrites("1", "again-" + writes++, "Hello?");
            room.openWith("1", writes + 1);
            watchdog.look();
        }

        assertThat(watchdog.stuck()).hasSize(1);
    }

    @Test
    void tellsThoseWhoLeadOnceAndAgainWhenItIsOver() {
        var id = opened("1");
        lookingForAMinute();
        watchdog.look();

        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0);
        watchdog.look();
        watchdog.look();

        var events = ArgumentCaptor.forClass(LiveEvent.class);
        verify(feed, times(2)).publish(events.capture());
        assertThat(events.getAllValues())
                .extracting(LiveEvent::data)
                .containsExactly(new Watchdog.Raised(1, 1), new Watchdog.Raised(0, 0));
        assertThat(events.getAllValues())
                .allSatisfy(event ->
                        assertThat(event.audience().roles()).containsExactlyInAnyOrder(Role.SUPERVISOR, Role.ADMIN));
    }

    @Test
    void saysThatTheEngineIsDownAndCountsByReason() {
        given(engine.outage()).willReturn(Optional.of("The engine does not answer"));
        opened("1");
        opened("2");

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .extracting(Stuck::cause)
                .hasSize(2)
                .containsOnly(new Cause(Cause.Kind.ENGINE_DOWN, null, null, "The engine does not answer"));
        assertThat(room.meters
                        .get("pupitre.conversations.stuck")
                        .tag("reason", "engine_down")
                        .gauge()
                        .value())
                .isEqualTo(2);
        verify(engine, never()).isGone(anyLong());
    }

    @Test
    void namesTheJobThatNobodyWorksOn() {
        given(engine.unattended(any())).willReturn(Optional.of("queue-conversation"));
        opened("1");

        lookingForAMinute();

        assertThat(causes()).containsExactly(new Cause(Cause.Kind.NO_WORKER, "queue-conversation", null, null));
    }

    @Test
    void namesTheTableThatCannotBeEvaluatedWithItsVersion() {
        given(engine.tryTable(eq("listening"), any()))
                .willReturn(Optional.of(new EngineState.BrokenTable("listening", 7, "no function found")));
        opened("1");

        lookingForAMinute();

        assertThat(causes()).containsExactly(new Cause(Cause.Kind.TABLE, "listening", 7, "no function found"));
    }

    @Test
    void leavesAloneWhoWaitsForTheOpeningUntilItIsPast() {
        var id = opened("1");
        var opening = room.clock.instant().plus(Duration.ofHours(2));
        room.course.waitsFor(id, opening);

        lookingForAMinute();
        assertThat(watchdog.stuck()).isEmpty();
        room.clock.advance(Duration.between(room.clock.instant(), opening));
        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.OPEN, Stuck::step)
                .returns(opening, Stuck::since);
    }

    @Test
    void leavesAloneTheAutomaticAgentsCustomerUntilATurnIsOwed() {
        var id = opened("1");
        var heard = room.conversations.stored(id).messages().getLast().id();
        room.live.change(
                where("conversationId").is(id),
                new Update().set("course.awaited", true).set("service.automation.heard", heard));
        room.clock.advance(Duration.ofHours(1));
        lookingForAMinute();
        assertThat(watchdog.stuck()).isEmpty();

        room.customerWrites("1", "next", "And tomorrow?");
        room.openWith("1", 2);
        var owed = room.clock.instant();
        awaitNothingDue(id);
        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.ANSWER, Stuck::step)
                .returns(owed, Stuck::since)
                .returns(Remedy.TAKE_UP, Stuck::remedy);
    }

    @Test
    void findsWhatWasHandedOnAndNotQueuedAgain() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        room.conversations.release(id, ConversationRoom.ALICE.id(), Target.queue(), null, null);
        var handedOn = room.clock.instant();
        awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.QUEUE, Stuck::step)
                .returns(handedOn, Stuck::since);
    }

    @Test
    void findsWhatWasResolvedAndNotClosed() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);
        var resolved = room.clock.instant();
        awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.CLOSE, Stuck::step)
                .returns(resolved, Stuck::since);
    }

    @Test
    void leavesAloneWhoWaitsInTheQueueAndWhoHasAnAgent() {
        room.givenToAlice("1");
        room.conversations.queue(opened("2"), ConversationRoom.CAMPAIGN, 0);
        room.clock.advance(Duration.ofHours(5));

        lookingForAMinute();

        assertThat(watchdog.stuck()).isEmpty();
    }

    private List<Cause> causes() {
        return watchdog.stuck().stream().map(Stuck::cause).toList();
    }

    /** How often it looks; the clock ends a minute later. */
    private int lookingForAMinute() {
        var looks = 0;
        for (var end = room.clock.instant().plus(A_MINUTE); room.clock.instant().isBefore(end); looks++) {
            room.clock.advance(SETTINGS.interval());
            watchdog.look();
        }
        return looks;
    }

    private ConversationId opened(String customer) {
        room.customerWrites(customer, customer + "-first", "Hello");
        var id = room.openWith(customer, 1).conversationId();
        awaitNothingDue(id);
        return id;
    }

    private void awaitNothingDue(ConversationId id) {
        await().until(() -> room.conversations.stored(id).due().isEmpty());
    }
}
