package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.GraphComments;
import dev.pupitre.graph.GraphFiles;
import dev.pupitre.graph.GraphPersonas;
import dev.pupitre.graph.GraphThreads;
import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.page.Hold;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other rooms as a {@link ConversationRoom} finds them: one Page, one campaign, and an engine that takes everything. */
final class Neighbours {
    private static final PageAccess ACCESS = new PageAccess(PAGE, new Secret("token"), null);

    final Engine engine = mock();
    final GraphApi graph = mock();
    final GraphComments graphComments = mock();
    final GraphFiles graphFiles = mock();
    final GraphPersonas graphPersonas = mock();
    final GraphThreads graphThreads = mock();
    final Pages pages = mock();
    final Campaigns campaigns = CampaignsFixture.campaigns();
    final LiveFeed feed = mock();
    final List<EngineMessage> published = new CopyOnWriteArrayList<>();
    final List<LiveEvent> announced = new CopyOnWriteArrayList<>();
    private final Map<PageId, Hold> holds = new ConcurrentHashMap<>();

    Neighbours(Clock clock) {
        willAnswer(call -> published.add(call.getArgument(0))).given(engine).publish(any());
        willAnswer(call -> announced.add(call.getArgument(0))).given(feed).publish(any());
        given(pages.find(any())).willReturn(Optional.of(new Page(PAGE, "Café", ZoneOffset.UTC, ACCESS)));
        given(campaigns.all()).willReturn(List.of(Campaign.usual(CAMPAIGN, "Default", "always", ZoneOffset.UTC)));
        given(graph.profile(any(), any())).willReturn(Optional.empty());
        willAnswer(call -> holds.put(
                        call.getArgument(0), new Hold(call.getArgument(1), call.getArgument(2), clock.instant(), null)))
                .given(pages)
                .hold(any(), any(), any());
        given(pages.held(any())).willAnswer(call -> Optional.ofNullable(holds.get(call.<PageId>getArgument(0))));
        given(graphPersonas.create(any(), any(), any())).willReturn("persona-1");
    }

    void grantHumanAgent() {
        given(pages.find(any())).willReturn(Optional.of(new Page(PAGE, "Café", ZoneOffset.UTC, ACCESS, true, null)));
    }

    void release() {
        holds.clear();
    }
}
