package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;

import dev.pupitre.campaign.Thresholds;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged.Control;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Until when humans are to answer. Both desks are in Paris: the shop, open from Monday to Friday, 9:00 to 18:00, is to
 * answer in a quarter of an hour, the hotline, which never closes, in ten minutes.
 */
class ResponseClocksTests {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String CUSTOMER = "42";

    private final ConversationRoom room = new ConversationRoom();
    private String campaign = "shop";
    private @Nullable Integer round;
    private int events;

    @BeforeEach
    void open() {
        desk("shop", "office", 900);
        desk("hotline", "always", 600);
        desk("calm", "always", 0);
    }

    private void desk(String id, String schedule, int seconds) {
        given(room.campaigns.find(new CampaignId(id)))
                .willReturn(Optional.of(
                        ACampaign.open(id, schedule, PARIS).within(new Thresholds(seconds, 80, 0, 0, 0, 0, 0))));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # the first answer
                    no clock before it is queued          | 03-02T14:00 arrives                                                                          |                        |
                    within the hours                      | 03-02T14:00 queued                                                                           | 2026-03-02T14:15+01:00 |
                    the desk closes meanwhile             | 03-02T17:50 queued                                                                           | 2026-03-03T09:05+01:00 |
                    due when it closes                    | 03-02T17:45 queued                                                                           | 2026-03-02T18:00+01:00 |
                    over the weekend                      | 03-06T17:50 queued                                                                           | 2026-03-09T09:05+01:00 |
                    in the night                          | 03-03T02:00 queued                                                                           | 2026-03-03T09:15+01:00 |
                    at the opening it has waited for      | 03-02T20:00 arrives; 03-03T09:00 queued                                                      | 2026-03-03T09:15+01:00 |
                    clocks go forward while it is closed  | 03-27T17:50 queued                                                                           | 2026-03-30T09:05+02:00 |
                    clocks go forward while it is open    | 03-29T01:55 hotline; 03-29T01:55 queued                                                      | 2026-03-29T03:05+02:00 |
                    clocks go back while it is closed     | 10-23T17:50 queued                                                                           | 2026-10-26T09:05+01:00 |
                    clocks go back while it is open       | 10-25T02:55 hotline; 10-25T02:55 queued                                                      | 2026-10-25T02:05+01:00 |
                    a campaign without a service level    | 03-02T14:00 calm; 03-02T14:00 queued                                                         |                        |
                    more messages change nothing          | 03-02T14:00 queued; 03-02T14:05 writes                                                       | 2026-03-02T14:15+01:00 |
                    it is told when it was due            | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers                                   | 2026-03-02T14:15+01:00 |
                    # the next answers
                    the first message since the answer    | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:30 writes               | 2026-03-02T14:15+01:00 | 2026-03-02T14:45+01:00
                    and not the second                    | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:30 writes; 03-02T14:40 writes | 2026-03-02T14:15+01:00 | 2026-03-02T14:45+01:00
                    none when it is answered              | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:30 writes; 03-02T14:31 answers | 2026-03-02T14:15+01:00 |
                    the desk closes before the next       | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T17:55 writes               | 2026-03-02T14:15+01:00 | 2026-03-03T09:10+01:00
                    written after it was resolved         | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:03 resolved; 03-02T14:04 writes | 2026-03-02T14:15+01:00 | 2026-03-02T14:19+01:00
                    # handed on
                    who waits goes on waiting             | 03-02T14:00 queued; 03-02T14:05 given; 03-02T14:06 transferred; 03-02T14:07 queued           | 2026-03-02T14:15+01:00 |
                    to a desk that answers sooner         | 03-02T14:00 queued; 03-02T14:01 hotline; 03-02T14:01 transferred; 03-02T14:01 queued          | 2026-03-02T14:11+01:00 |
                    answered once, and waiting again      | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:30 writes; 03-02T14:31 transferred; 03-02T14:32 queued | 2026-03-02T14:15+01:00 | 2026-03-02T14:45+01:00
                    # the AI agent has no clock of humans
                    while it answers                      | 03-02T14:00 arrives; 03-02T14:01 writes                                                      |                        |
                    from its hand-off on                  | 03-02T14:00 arrives; 03-02T14:20 writes; 03-02T14:20 queued                                  | 2026-03-02T14:35+01:00 |
                    given to it out of the queue          | 03-02T14:00 queued; 03-02T14:01 to-assistant                                                 |                        |
                    and handed off by it                  | 03-02T14:00 queued; 03-02T14:01 to-assistant; 03-02T14:30 writes; 03-02T14:30 queued         | 2026-03-02T14:45+01:00 |
                    given to it by who has answered       | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:03 to-assistant; 03-02T14:30 writes |            |
                    and handed off again                  | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:03 to-assistant; 03-02T14:30 writes; 03-02T14:31 queued | | 2026-03-02T14:46+01:00
                    # another application answers meanwhile
                    as much time as was left              | 03-02T14:00 queued; 03-02T14:05 leaves; 03-02T15:00 returns                                  | 2026-03-02T15:10+01:00 |
                    of which the desk is closed for some  | 03-02T17:50 queued; 03-02T17:55 leaves; 03-03T08:00 returns                                  | 2026-03-03T09:10+01:00 |
                    overdue before it left                | 03-02T14:00 queued; 03-02T14:20 leaves; 03-02T15:00 returns                                  | 2026-03-02T14:15+01:00 |
                    the next answer's clock stops, too    | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:30 writes; 03-02T14:40 leaves; 03-02T16:00 returns | 2026-03-02T14:15+01:00 | 2026-03-02T16:05+01:00
                    it comes back with a message          | 03-02T14:00 queued; 03-02T14:01 given; 03-02T14:02 answers; 03-02T14:40 leaves; 03-02T16:00 writes | 2026-03-02T14:15+01:00 | 2026-03-02T16:15+01:00
                    """)
    void knowsUntilWhenAHumanIsToAnswer(
            String story, String steps, @Nullable OffsetDateTime first, @Nullable OffsetDateTime next) {
        room.clock.advance(Duration.between(room.clock.instant(), Instant.parse("2026-03-02T10:30:00Z")));
        room.customerWrites(CUSTOMER, "first", "Hello");
        var id = room.openWith(CUSTOMER, 1).conversationId();

        for (var step : steps.split(";", -1)) {
            var words = step.strip().split(" ", 2);
            take(
                    id,
                    words[1],
                    LocalDateTime.parse("2026-" + words[0]).atZone(PARIS).toInstant());
        }

        assertThat(room.conversations.get(id))
                .as(story)
                .returns(instant(first), Conversation::firstResponseDueAt)
                .returns(instant(next), Conversation::nextResponseDueAt);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime due) {
        return due == null ? null : due.toInstant();
    }

    private void take(ConversationId id, String step, Instant at) {
        room.clock.advance(Duration.between(room.clock.instant(), at));
        switch (step) {
            case "arrives" -> {}
            case "hotline", "calm" -> campaign = step;
            case "queued" -> room.conversations.queue(id, new CampaignId(campaign), 0, round, null);
            case "given" -> room.conversations.assign(id, ALICE.id(), "Alice");
            case "answers" -> room.reply(ALICE, id, "Here you are", "answer-" + events++);
            case "writes" -> hears(room.message(CUSTOMER, "message-" + events++, "And then?"));
            case "resolved" -> room.resolutions.resolve(ALICE, id, null);
            case "leaves" -> hears(new ThreadControlChanged(PAGE, CUSTOMER, at, Control.THEIRS, "another"));
            case "returns" -> hears(new ThreadControlChanged(PAGE, CUSTOMER, at, Control.OURS, null));
            case "transferred" -> handOn(id, Target.campaign(new CampaignId(campaign)));
            case "to-assistant" -> handOn(id, Target.assistant());
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void hears(InboundEvent event) {
        room.told(event);
        await().until(room::hasNothingPending);
    }

    private void handOn(ConversationId id, Target target) {
        var handedOn = room.conversations.get(id).assignee() == null
                ? room.conversations.release(id, target, null, null)
                : room.conversations.release(id, ALICE.id(), target, null, null);
        assertThat(handedOn).isPresent();
        round = round == null ? 1 : round + 1;
    }
}
