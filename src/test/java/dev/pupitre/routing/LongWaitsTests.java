package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.pupitre.campaign.Localised;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongWaitsTests {
    private static final Pool MEMBERS = Pool.members(new CampaignId("sales"));

    private final RoutingRoom room = new RoutingRoom();
    private final OpeningHours hours = mock();
    private final AutomaticMessages messages = mock();
    private final Wordings wordings = mock();
    private final LongWaits waits = on(room.node);

    @BeforeEach
    void aCampaignThatIsAlwaysOpen() {
        var sales = campaign("sales").tellingWhoWaits("You are not forgotten");
        room.has(sales);
        given(room.campaigns.all()).willReturn(List.of(sales.build()));
        given(wordings.render(any(Localised.class), any())).willReturn("You are not forgotten");
        given(hours.isOpen(any(), any())).willReturn(true);
        given(hours.after(any(), any(), any()))
                .willAnswer(call -> Optional.of(((Instant) call.getArgument(1)).plus((Duration) call.getArgument(2))));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsWhoWaitsLongOnce() {
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(119));
        waits.look();
        verify(messages, never()).notifyCustomer(any(), any(), any());

        room.clock.advance(Duration.ofSeconds(2));
        waits.look();
        waits.look();

        verify(messages, times(1)).notifyCustomer(id, "tell-waiting", "You are not forgotten");
        verify(room.conversations, never()).markLost(any());
    }

    @Test
    void marksWhoWaitedSoLongThatTheyAreLost() {
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(601));

        waits.look();
        waits.look();

        verify(room.conversations, times(1)).markLost(id);
    }

    @Test
    void countsWhoWasHandedBackAsLostFromTheFirstTimeTheyWereQueued() {
        var first = room.clock.instant();
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(500));
        room.node.queue.add(QueueEntry.of(id, MEMBERS, 0, first, room.clock.instant(), null, null)
                .firstQueued(first));
        room.clock.advance(Duration.ofSeconds(99));
        waits.look();
        verify(room.conversations, never()).markLost(any());

        room.clock.advance(Duration.ofSeconds(2));
        waits.look();

        verify(room.conversations, times(1)).markLost(id);
        verify(messages, never()).notifyCustomer(any(), any(), any());
    }

    @Test
    void tellsNobodyASecondTimeAfterARestart() {
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(121));
        waits.look();

        on(room.new Node()).look();

        verify(messages, times(1)).notifyCustomer(id, "tell-waiting", "You are not forgotten");
    }

    @Test
    void goesByTheCampaignThatAConversationWasHandedOnTo() {
        var patient = campaign("support").tellingWhoWaits("Still here").patience(300, 900);
        room.has(patient);
        given(room.campaigns.all())
                .willReturn(List.of(
                        campaign("sales")
                                .tellingWhoWaits("You are not forgotten")
                                .build(),
                        patient.build()));
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(100));
        var handedOn = room.arrives("c0", Pool.members(new CampaignId("support")), 0);
        assertThat(handedOn).isEqualTo(id);

        room.clock.advance(Duration.ofSeconds(299));
        waits.look();
        verify(messages, never()).notifyCustomer(any(), any(), any());

        room.clock.advance(Duration.ofSeconds(2));
        waits.look();
        verify(messages, times(1)).notifyCustomer(eq(id), eq("tell-waiting"), any());
        room.clock.advance(Duration.ofSeconds(597));
        waits.look();
        verify(room.conversations, never()).markLost(any());
        room.clock.advance(Duration.ofSeconds(3));
        waits.look();
        verify(room.conversations, times(1)).markLost(id);
    }

    @Test
    void saysTheSameStepWhenItIsLongAgainElsewhereSoThatTheCustomerIsToldOnce() {
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(121));
        waits.look();
        room.arrives("c0", MEMBERS, 0);
        room.clock.advance(Duration.ofSeconds(121));

        waits.look();

        // Of one step, a conversation's customer is told once, however often it is repeated.
        verify(messages, times(2)).notifyCustomer(id, "tell-waiting", "You are not forgotten");
        verifyNoMoreInteractions(messages);
    }

    @Test
    void looksAfterWhatWaitsInACampaignThatIsNotInUseAnyMore() {
        var id = room.arrives("c0", MEMBERS, 0);
        given(room.campaigns.all()).willReturn(List.of());
        room.clock.advance(Duration.ofSeconds(121));

        waits.look();

        verify(messages, times(1)).notifyCustomer(id, "tell-waiting", "You are not forgotten");
    }

    @Test
    void asksTheStoreAsOftenForHundredsOfCampaignsAsForOne() {
        var before = room.database.queries();
        waits.look();
        var ofOne = room.database.queries() - before;
        given(room.campaigns.all())
                .willReturn(IntStream.range(0, 300)
                        .mapToObj(number -> campaign("campaign-" + number)
                                .tellingWhoWaits("You are not forgotten")
                                .build())
                        .toList());

        waits.look();

        assertThat(room.database.queries() - before - ofOne).isEqualTo(ofOne);
    }

    private LongWaits on(RoutingRoom.Node node) {
        return new LongWaits(
                room.campaigns, node.choice, node.queue, room.conversations, hours, messages, wordings, room.clock);
    }

    @Test
    void countsNoTimeInWhichTheDeskIsClosed() {
        room.arrives("c0", MEMBERS, 0);
        willReturn(Optional.of(room.clock.instant().plus(Duration.ofDays(2))))
                .given(hours)
                .after(any(), any(), any());
        room.clock.advance(Duration.ofDays(1));

        waits.look();

        verify(messages, never()).notifyCustomer(any(), any(), any());
        verify(room.conversations, never()).markLost(any());
    }
}
