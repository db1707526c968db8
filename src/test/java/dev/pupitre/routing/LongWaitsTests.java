package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.pupitre.campaign.Localised;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongWaitsTests {
    private static final Pool MEMBERS = Pool.members(new CampaignId("sales"));

    private final RoutingRoom room = new RoutingRoom();
    private final OpeningHours hours = mock();
    private final AutomaticMessages messages = mock();
    private final Wordings wordings = mock();
    private final LongWaits waits =
            new LongWaits(room.campaigns, room.node.queue, room.conversations, hours, messages, wordings, room.clock);

    @BeforeEach
    void aCampaignThatIsAlwaysOpen() {
        var sales = campaign("sales").tellingWhoWaits("You are not forgotten");
        room.has(sales);
        given(room.campaigns.all()).willReturn(List.of(sales.build()));
        given(wordings.render(any(Localised.class), any())).willReturn("You are not forgotten");
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
