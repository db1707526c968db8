package dev.pupitre.conversation;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.engine.EngineState;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.live.LiveFeed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** A room of conversations with a watchdog, and an engine in which nothing is wrong until a test says so. */
final class WatchedRoom implements AutoCloseable {
    final ConversationRoom room = new ConversationRoom();
    final EngineState engine = mock();
    final LiveFeed feed = mock();
    final Standstills standstills = new Standstills(room.database.template(), room.live);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final WatchdogProperties settings;
    final Causes causes;
    final Pushing pushing;
    final Watchdog watchdog;
    private final Campaigns campaigns = CampaignsFixture.campaigns();

    /** @param patrol after how many quiet conversations a look asks */
    WatchedRoom(int patrol) {
        settings =
                new WatchdogProperties(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(5), patrol);
        given(campaigns.find(Campaign.CATCH_ALL))
                .willReturn(Optional.of(Campaign.usual(Campaign.CATCH_ALL, "Default", "always", ZoneOffset.UTC)));
        given(engine.outage(any())).willReturn(Optional.empty());
        given(engine.unattended(any())).willReturn(Optional.empty());
        given(engine.tryTable(any(), any(), any())).willReturn(Optional.empty());
        given(engine.gone(any(), any())).willReturn(Set.of());
        causes = causes();
        pushing = pushing(room);
        watchdog = new Watchdog(standstills, causes, pushing, feed, settings, room.clock, meters);
    }

    /** The watchdog of another node. */
    Watchdog another() {
        return new Watchdog(
                standstills, causes(), pushing(room), feed, settings, room.clock, new SimpleMeterRegistry());
    }

    Pushing pushing(ConversationRoom node) {
        return new Pushing(
                new Standstills(node.database.template(), node.live),
                node.conversations,
                causes(),
                node.signals,
                settings,
                room.clock);
    }

    private Causes causes() {
        return new Causes(
                engine,
                new TableTrials(engine, new StartFacts(room.pages), campaigns, room.clock),
                settings,
                room.clock);
    }

    ConversationId opened(String customer) {
        room.customerWrites(customer, customer + "-first", "Hello");
        var id = room.openWith(customer, 1).conversationId();
        awaitNothingDue(id);
        return id;
    }

    /** What was due has been told to the engine. */
    void awaitNothingDue(ConversationId id) {
        await().until(() -> room.isNothingDue(id));
    }

    /** By this instance of the process. */
    static Led led(long process) {
        return new Led(process, new Trail.Model(1, null));
    }

    @Override
    public void close() {
        room.close();
    }
}
