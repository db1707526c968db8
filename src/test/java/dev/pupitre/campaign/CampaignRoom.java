package dev.pupitre.campaign;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.engine.PackagedTables;
import dev.pupitre.identity.Agents;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node of the room on a real store and the shipped tables; Pages and agents are in the test's hand. */
final class CampaignRoom implements AutoCloseable {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final PageId CAFE = new PageId("100");
    static final Caller SOFIA = new Caller(new UserId("sofia"), "Sofia", Set.of(Role.SUPERVISOR));
    static final Caller OTTO = new Caller(new UserId("otto"), "Otto", Set.of(Role.SUPERVISOR));

    private static final JsonMapper JSON = new JsonMapper();

    final Pages pages = mock();
    final Agents agents = mock();
    final List<Object> happened = new CopyOnWriteArrayList<>();
    final MovableClock clock = new MovableClock();
    final TestDatabase database;
    final KnownCampaigns known;
    final KnownTeams knownTeams;
    final Campaigns campaigns;
    final Teams teams;
    final Surroundings surroundings;
    final CampaignRules rules;
    final CampaignEditor editor;
    final TeamEditor teamEditor;
    final CampaignViews views;
    final Departures departures;

    CampaignRoom() {
        this(new TestDatabase(), Map.of());
    }

    /** A node on this store; others may be on it, too. */
    CampaignRoom(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        given(pages.zone()).willReturn(PARIS);
        given(pages.find(any())).willReturn(Optional.empty());
        known = new KnownCampaigns(database.template(), bound(settings), pages, happened::add, clock);
        knownTeams = new KnownTeams(database.template());
        campaigns = new Campaigns(known);
        teams = new Teams(knownTeams);
        surroundings = new Surroundings(pages, agents, teams, PackagedTables.decisionTables());
        rules = new CampaignRules(surroundings);
        editor = new CampaignEditor(known, rules, surroundings, clock);
        teamEditor = new TeamEditor(knownTeams, campaigns, surroundings);
        views = new CampaignViews(rules, surroundings, known);
        departures = new Departures(editor, teamEditor, knownTeams, surroundings);
        connected(CAFE);
        work("alice", "bruno");
    }

    private static CampaignProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("pupitre.campaign", CampaignProperties.class);
    }

    /** Only these Pages are connected. */
    void connected(PageId... connected) {
        var all = new ArrayList<Page>();
        willAnswer(call -> Optional.empty()).given(pages).find(any());
        for (var id : connected) {
            Page page = mock();
            given(page.id()).willReturn(id);
            given(page.name()).willReturn("Page " + id);
            given(pages.find(id)).willReturn(Optional.of(page));
            all.add(page);
        }
        given(pages.all()).willReturn(all);
    }

    /** Only these are agents. */
    void work(String... users) {
        given(agents.all())
                .willReturn(Arrays.stream(users)
                        .map(user -> new Agents.Agent(new UserId(user), "Name of " + user))
                        .toList());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    StoredCampaign made(String body) {
        return editor.create(SOFIA, null, json(body));
    }

    /** One that lacks nothing. */
    StoredCampaign complete(String name) {
        return made("{'name': '%s', 'pages': ['100'], 'members': {'everyone': true}}".formatted(name));
    }

    StoredCampaign change(StoredCampaign seen, String body) {
        return editor.change(SOFIA, seen.id(), seen.version(), json(body));
    }

    @Override
    public void close() {
        database.close();
    }
}
