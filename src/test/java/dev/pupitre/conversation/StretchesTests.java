package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.BRUNO;
import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Times.Handled;
import dev.pupitre.conversation.Times.Wait;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** Who waits for ten seconds each time, whom Alice then has for a minute, and Bruno for two. */
class StretchesTests {
    private static final CampaignId BILLING = new CampaignId("billing");

    private record Sums(
            @Nullable Instant firstQueuedAt, @Nullable Integer waiting, List<Handled> handled) {}

    private final ConversationRoom room = new ConversationRoom();
    private final ConversationId id = written();
    private final Instant firstQueuedAt = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void creditEachOfTwoAgentsWithTheirOwn() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        room.conversations.release(id, ALICE.id(), Target.agent(BRUNO.id()), Author.agent(ALICE.id(), "Alice"), null);
        passes(3);
        isQueued(CAMPAIGN, 1);
        isGivenTo(BRUNO);
        passes(60);
        isClosedBy(BRUNO);

        assertThat(times()).isEqualTo(times(firstQueuedAt, 20, of("alice", CAMPAIGN, 60), of("bruno", CAMPAIGN, 120)));
    }

    @Test
    void creditWhoGaveItBackAndCountAllTheWaiting() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        room.conversations.giveBack(id, ALICE.id(), Target.queue(), HandingOn.Why.LEFT);
        isQueued(CAMPAIGN, 1);
        isGivenTo(BRUNO);
        room.conversations.giveBack(id, BRUNO.id(), Target.queue(), HandingOn.Why.NOT_OPENED);
        isQueued(CAMPAIGN, 2);
        isGivenTo(ALICE);
        isClosedBy(ALICE);

        assertThat(times()).isEqualTo(times(firstQueuedAt, 30, of("alice", CAMPAIGN, 120), of("bruno", CAMPAIGN, 60)));
    }

    @Test
    void areOfTheCampaignForWhichTheAgentHadIt() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        room.conversations.release(id, ALICE.id(), Target.campaign(BILLING), Author.agent(ALICE.id(), "Alice"), null);
        isQueued(BILLING, 1);
        isGivenTo(BRUNO);
        isClosedBy(BRUNO);

        assertThat(times()).isEqualTo(times(firstQueuedAt, 20, of("alice", CAMPAIGN, 60), of("bruno", BILLING, 60)));
        assertThat(room.conversations.get(id).times().waits())
                .containsExactly(waited(CAMPAIGN, 0), waited(BILLING, 70));
    }

    @Test
    void endWhereSomebodyTakesItOver() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        room.conversations.takeOver(id, ALICE.id(), BRUNO.id(), "Bruno");
        passes(60);
        isClosedBy(BRUNO);

        assertThat(times()).isEqualTo(times(firstQueuedAt, 10, of("alice", CAMPAIGN, 60), of("bruno", CAMPAIGN, 60)));
    }

    @Test
    void goOnWhereTheCustomerWritesAfterTheEnd() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        room.resolutions.resolve(ALICE, id, null);
        room.customerWrites("7", "m2", "One more thing");
        room.openWith("7", 2);
        assertThat(room.closing.close(id, resolution())).isTrue();
        passes(60);
        assertThat(times().handled()).isEmpty();
        isClosedBy(ALICE);

        assertThat(times()).isEqualTo(times(firstQueuedAt, 10, of("alice", CAMPAIGN, 120)));
    }

    @Test
    void beginAnewWithTheQueueAfterAnAiAgent() {
        passes(300);
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        room.conversations.release(id, ALICE.id(), Target.assistant(), Author.agent(ALICE.id(), "Alice"), null);
        passes(600);
        var handedOffAt = room.clock.instant();
        isQueued(CAMPAIGN, 1);
        isGivenTo(BRUNO);
        isClosedBy(BRUNO);

        assertThat(times()).isEqualTo(times(handedOffAt, 20, of("alice", CAMPAIGN, 60), of("bruno", CAMPAIGN, 60)));
    }

    @Test
    void saysNothingOfHowLongWhoWasNeverGivenToAnybodyWaited() {
        isQueued(CAMPAIGN, null);
        room.closing.complete(id, null);

        assertThat(times()).isEqualTo(new Sums(firstQueuedAt, null, List.of()));
    }

    @Test
    void areThoseOfTheLastAgentWhereAnEarlierVersionKeptNoOthers() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        isClosedBy(ALICE);
        room.database
                .template()
                .updateFirst(
                        query(where("_id").is(id.value())), new Update().unset("stretches"), Recordings.COLLECTION);

        assertThat(times()).isEqualTo(times(firstQueuedAt, 10, of("alice", CAMPAIGN, 60)));
    }

    @Test
    void areNotKeptWithoutEnd() {
        isQueued(CAMPAIGN, null);
        isGivenTo(ALICE);
        var has = ALICE;
        for (var turn = 0; turn < Stretches.MOST; turn++) {
            var next = has.equals(ALICE) ? BRUNO : ALICE;
            room.conversations.takeOver(id, has.id(), next.id(), next.displayName());
            has = next;
        }

        assertThat(room.live.find(thread("7")).orElseThrow().stretches().list()).hasSize(Stretches.MOST);
        assertThat(times().firstQueuedAt()).isEqualTo(firstQueuedAt);
    }

    private ConversationId written() {
        room.customerWrites("7", "m1", "Hello");
        return room.openWith("7", 1).conversationId();
    }

    private void isQueued(CampaignId campaign, @Nullable Integer round) {
        assertThat(room.conversations.queue(id, campaign, 0, round, null)).isPresent();
        passes(10);
    }

    private void isGivenTo(Caller agent) {
        assertThat(room.conversations.assign(id, agent.id(), agent.displayName()))
                .isPresent();
        passes(60);
    }

    private void isClosedBy(Caller agent) {
        room.resolutions.resolve(agent, id, null);
        assertThat(room.closing.close(id, resolution())).isFalse();
    }

    private String resolution() {
        return Objects.requireNonNull(room.conversations.stored(id).resolution());
    }

    private void passes(int seconds) {
        room.clock.advance(Duration.ofSeconds(seconds));
    }

    private Sums times() {
        var times = room.conversations.get(id).times();
        return new Sums(times.firstQueuedAt(), times.waitingSeconds(), times.handled());
    }

    private static Sums times(Instant firstQueuedAt, int waiting, Handled... handled) {
        return new Sums(firstQueuedAt, waiting, List.of(handled));
    }

    private Wait waited(CampaignId campaign, int from) {
        return new Wait(firstQueuedAt.plusSeconds(from), firstQueuedAt.plusSeconds(from + 10L), campaign);
    }

    private static Handled of(String agent, CampaignId campaign, int seconds) {
        return new Handled(agent, campaign, seconds);
    }
}
