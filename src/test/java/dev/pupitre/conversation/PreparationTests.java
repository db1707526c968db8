package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Greeting;
import dev.pupitre.campaign.Localised;
import dev.pupitre.engine.BpmnError;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.DeployedProcesses;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.engine.ProcessRun;
import dev.pupitre.graph.Profile;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.live.LiveFeed;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** From what the tables say to what the process goes on with; it is Monday, 10:00 UTC. */
class PreparationTests {
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Greeting WELCOME =
            new Greeting(true, new Localised(Map.of("default", "Welcome {{customer.firstName}}!")), Localised.NONE);

    private final ConversationRoom room = new ConversationRoom();
    private final Campaigns campaigns = CampaignsFixture.campaigns();
    private final DecisionTables tables = PackagedTables.decisionTables();
    private final Decisions decisions = new Decisions(tables, room.live, room.course, room.clock);
    private final RulesProblems problems =
            new RulesProblems(room.database.template(), mock(LiveFeed.class), room.clock);
    private final ProcessDrawings drawings =
            new ProcessDrawings(room.database.template(), DeployedProcesses.conversation(3), room.clock);
    private final PrepareConversationWorker worker = new PrepareConversationWorker(
            new Preparation(
                    room.live, room.course, room.fresh, campaigns, decisions, problems, room.profiles, room.clock),
            room.automatic,
            new Wordings(campaigns, room.hours, room.clock),
            room.profiles,
            drawings);
    private final ConversationId id;

    PreparationTests() {
        is(Campaign.usual(Campaign.CATCH_ALL, "Default", "always", ZoneOffset.UTC));
        is(sales());
        room.customerWrites("1", "m1", "Hello");
        id = room.openWith("1", 1).conversationId();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void findsTheCampaignAndTheMomentByItsSchedule() {
        var prepared = worker.handle(input(says(true, "sales")));

        assertThat(prepared)
                .returns(SALES, PrepareConversationWorker.Output::campaign)
                .returns("office", PrepareConversationWorker.Output::schedule)
                .returns("2026-03-02", PrepareConversationWorker.Output::localDate)
                .returns("11:00:00", PrepareConversationWorker.Output::localTime);
        assertThat(room.conversations.get(id).campaign()).isEqualTo(SALES);
        assertThat(problems.newest()).isEmpty();
    }

    @Test
    void keepsWhatEachTableDecidedByWhichRow() {
        worker.handle(input(says(true, "default")));

        assertThat(room.conversations.stored(id).course().decisions())
                .extracting(Decision::table, Decision::row, Decision::description, Decision::remark)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "listening", 2, "Everything else is for the default campaign", null),
                        org.assertj.core.groups.Tuple.tuple("business-hours", 1, "Round the clock", null),
                        org.assertj.core.groups.Tuple.tuple(
                                "routing", 2, "Everything else in the order it came", null));
    }

    @Test
    void keepsWhichVersionOfItsProcessLeadsIt() {
        worker.handle(input(says(true, "default")), new ProcessRun(77, 3));

        assertThat(room.conversations.stored(id).course().trail())
                .returns(77L, Trail::process)
                .extracting(trail -> requireNonNull(trail.model()).version())
                .isEqualTo(3);
    }

    @Test
    void takesItsQuestionForASignThatTheProcessHasBegun() {
        worker.handle(input(says(true, "default")));

        assertThat(room.conversations.stored(id).due()).isEmpty();
    }

    @Test
    void routesWhoWritesForTheFirstTimeByTheLanguageThatMetaTellsAMomentLater() {
        tables.use("routing", PackagedTables.routingByLocale("fr_FR", 7), 2, 2);
        given(room.graph.profile(any(), any())).willAnswer(_ -> {
            Thread.sleep(300);
            return Optional.of(new Profile("Camille", null, "fr_FR"));
        });
        room.customerWrites("2", "m2", "Bonjour");
        var first = room.openWith("2", 1).conversationId();

        var prepared = worker.handle(input(first, says(true, "default")));

        assertThat(prepared.locale()).isEqualTo("fr_FR");
        assertThat(room.conversations.progress(first).lastDecision("routing"))
                .get()
                .returns(
                        7L,
                        decision -> ((Number) requireNonNull(decision.outputs().get("priority"))).longValue());
    }

    @Test
    void routesByTheLanguageThatMetaTellsAnotherNodeAMomentLater() {
        tables.use("routing", PackagedTables.routingByLocale("fr_FR", 7), 2, 2);
        given(room.graph.profile(any(), any())).willReturn(Optional.empty());
        room.customerWrites("2", "m2", "Bonjour");
        var first = room.openWith("2", 1).conversationId();
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(() -> {
            room.live.introduce(first, "Camille", new CustomerProfile(null, "fr_FR", room.clock.instant()));
        });

        var prepared = worker.handle(input(first, says(true, "default")));

        assertThat(prepared.locale()).isEqualTo("fr_FR");
    }

    @Test
    void routesByTheLanguageThatMetaHasToldBeforeItIsPrepared() {
        tables.use("routing", PackagedTables.routingByLocale("fr_FR", 7), 2, 2);
        given(room.graph.profile(any(), any())).willReturn(Optional.of(new Profile("Camille", null, "fr_FR")));
        room.customerWrites("2", "m2", "Bonjour");
        var first = room.openWith("2", 1).conversationId();
        await().until(() -> room.conversations.stored(first).profile() != null);

        var prepared = worker.handle(input(first, says(true, "default")));

        assertThat(prepared.locale()).isEqualTo("fr_FR");
    }

    @Test
    void waitsForNobodysLanguageWhereNoRowGoesByIt() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var prepared = new CountDownLatch(1);
        given(room.graph.profile(any(), any())).willAnswer(_ -> {
            asked.countDown();
            assertThat(prepared.await(60, TimeUnit.SECONDS)).isTrue();
            return Optional.of(new Profile("Camille", null, "fr_FR"));
        });
        room.customerWrites("2", "m2", "Bonjour");
        var first = room.openWith("2", 1).conversationId();
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        var before = System.nanoTime();

        var output = worker.handle(input(first, says(true, "default")));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        prepared.countDown();
        assertThat(output.locale()).isNull();
    }

    @Test
    void looksAgainWhereSomethingHasHappenedSinceItWasOpened() {
        room.course.prepared(id, Campaign.CATCH_ALL, List.of(), null);

        var prepared = worker.handle(input(says(true, "sales")));

        assertThat(prepared.campaign()).isEqualTo(Campaign.CATCH_ALL);
        assertThat(room.conversations.get(id).campaign()).isEqualTo(Campaign.CATCH_ALL);
    }

    @Test
    void hasItReadyForTheQueueOnce() {
        worker.handle(input(says(true, "sales")));

        assertThat(room.conversations.freshlyPrepared(id))
                .get()
                .returns(SALES, progress -> progress.conversation().campaign());
        assertThat(room.conversations.freshlyPrepared(id)).isEmpty();
    }

    @Test
    void keepsThemOnceWhenTheJobIsRepeated() {
        worker.handle(input(says(true, "default")));
        room.clock.advance(Duration.ofSeconds(5));

        worker.handle(input(says(true, "default")));

        assertThat(room.conversations.stored(id).course().decisions()).hasSize(3);
    }

    @Test
    void claimsNoRowWhereTheEngineDecidedByAnotherTable() {
        worker.handle(input(says(true, "sales")));

        assertThat(room.conversations.stored(id).course().decisions().getFirst())
                .returns(null, Decision::row)
                .returns(Map.of("listen", true, "campaign", "sales"), Decision::outputs)
                .returns(
                        Remark.Code.OTHER_VERSION,
                        decision -> requireNonNull(decision.coded()).code())
                .extracting(Decision::remark)
                .asString()
                .contains("another version");
    }

    @Test
    void correctsWhatItForesawWhereTheEngineRoutedByAnotherTable() {
        worker.handle(input(says(true, "sales")));
        var progress = room.conversations.progress(id);
        var foreseen = new Foreseen(decisions);
        var asForeseen = new HashMap<String, @Nullable Object>(
                progress.lastDecision("routing").orElseThrow().outputs());
        asForeseen.putIfAbsent("priority", 0);

        foreseen.confirm(progress, asForeseen);
        assertThat(room.conversations.progress(id).decisions()).isEqualTo(progress.decisions());

        foreseen.confirm(progress, Map.of("target", "team", "team", "night", "priority", 7));
        assertThat(room.conversations.progress(id).lastDecision("routing"))
                .get()
                .returns(null, Decision::row)
                .returns("night", decision -> decision.outputs().get("team"))
                .returns(
                        Remark.Code.OTHER_VERSION,
                        decision -> requireNonNull(decision.coded()).code());
    }

    @Test
    void takesTheDefaultCampaignForOneThatIsNotThereAndNamesTheRow() {
        assertThat(worker.handle(input(says(true, "slaes"))).campaign()).isEqualTo(Campaign.CATCH_ALL);
        assertThat(problems.newest())
                .singleElement()
                .returns("listening", RulesProblems.Problem::table)
                .returns("campaign", RulesProblems.Problem::output)
                .returns("slaes", RulesProblems.Problem::value)
                .returns(RulesProblems.Kind.UNKNOWN_CAMPAIGN, RulesProblems.Problem::kind)
                .returns(id, RulesProblems.Problem::conversation);
    }

    @Test
    void takesTheDefaultCampaignForWhatIsNoNameAtAll() {
        for (var wrong : new Object[] {42, true, "", "x".repeat(200), Map.of("name", "sales")}) {
            assertThat(worker.handle(input(says(true, wrong))).campaign()).isEqualTo(Campaign.CATCH_ALL);
        }
    }

    @Test
    void listensWhereTheTableSaysNeitherYesNorNo() {
        assertThat(worker.handle(input(says("perhaps", "sales"))).campaign()).isEqualTo(SALES);
        assertThat(problems.newest())
                .singleElement()
                .returns("listen", RulesProblems.Problem::output)
                .returns(RulesProblems.Kind.WRONG_TYPE, RulesProblems.Problem::kind);
    }

    @Test
    void isOpenWhereTheHoursSayNeitherYesNorNoAndNamesTheRow() throws IOException {
        var hours = new ClassPathResource("dmn/business-hours.dmn").getContentAsString(UTF_8);
        tables.use(OpeningHours.TABLE, hours.replaceFirst("<text>true</text>", "<text>\"yes\"</text>"), 2, 2);

        worker.handle(input(says(true, "default")));

        assertThat(problems.newest())
                .singleElement()
                .returns(OpeningHours.TABLE, RulesProblems.Problem::table)
                .returns(1, RulesProblems.Problem::row)
                .returns("open", RulesProblems.Problem::output)
                .returns("yes", RulesProblems.Problem::value)
                .returns(RulesProblems.Kind.WRONG_TYPE, RulesProblems.Problem::kind);
        assertThat(room.conversations.stored(id).course().decisions())
                .extracting(Decision::table)
                .contains("routing");
    }

    @Test
    void leavesAConversationToNobodyWhenItsCampaignIsDisabled() {
        is(with(sales(), false, Set.of(), Greeting.OFF));

        refused("disabled");
    }

    @Test
    void leavesAConversationToNobodyWhenItsCampaignIsForOtherPages() {
        is(with(sales(), true, Set.of(new PageId("999")), Greeting.OFF));

        refused("not for the Page 100");
    }

    @Test
    void takesTheDefaultCampaignForOneThatIsArchived() {
        given(campaigns.findInUse(SALES)).willReturn(Optional.empty());

        assertThat(worker.handle(input(says(true, "sales"))).campaign()).isEqualTo(Campaign.CATCH_ALL);
        assertThat(problems.newest())
                .singleElement()
                .returns(RulesProblems.Kind.UNKNOWN_CAMPAIGN, RulesProblems.Problem::kind);
    }

    @Test
    void goesOnWithAConversationWhoseCampaignIsDisabledLater() {
        worker.handle(input(says(true, "sales")));
        is(with(sales(), false, Set.of(), Greeting.OFF));

        assertThat(worker.handle(input(says(true, "sales"))).campaign()).isEqualTo(SALES);
    }

    @Test
    void greetsOnceHoweverOftenItIsPrepared() {
        is(with(sales(), true, Set.of(), WELCOME));

        worker.handle(input(says(true, "sales")));
        worker.handle(input(says(true, "sales")));

        assertThat(room.conversations.stored(id).messages())
                .extracting(StoredMessage::text)
                .containsExactly("Hello", "Welcome!");
    }

    @Test
    void doesNotGreetWhileTheDeskIsClosed() {
        is(with(sales(), true, Set.of(), WELCOME));
        room.clock.advance(Duration.ofHours(12));

        worker.handle(input(says(true, "sales")));

        assertThat(room.conversations.stored(id).messages()).hasSize(1);
    }

    @Test
    void endsForAConversationThatIsOver() {
        room.closing.ignore(id, 1, null);

        assertThatExceptionOfType(BpmnError.class)
                .isThrownBy(() -> worker.handle(input(says(true, "sales"))))
                .returns("CONVERSATION_GONE", BpmnError::code);
    }

    @Test
    void tellsByWhichRowAConversationIsIgnored() {
        var ignore = new IgnoreConversationWorker(room.closing, decisions, drawings);
        var said = says(false, null);

        ignore.handle(new HeardFacts(
                id, null, "100", "message", "stop", null, null, null, null, null, "Monday", "10:00:00", said));

        var ignored = room.conversations.stored(id);
        assertThat(ignored.state()).isEqualTo(ConversationState.IGNORED);
        assertThat(ignored.course().decisions())
                .singleElement()
                .returns(1, Decision::row)
                .returns("Someone who only wants to hear no more opens no conversation", Decision::description)
                .returns(null, Decision::remark);
    }

    private void refused(String why) {
        assertThatExceptionOfType(BpmnError.class)
                .isThrownBy(() -> worker.handle(input(says(true, "sales"))))
                .returns("NOT_FOR_CAMPAIGN", BpmnError::code)
                .withMessageContaining(why);
        assertThat(room.conversations.stored(id).course().decisions().getFirst().remark())
                .contains(why);
        assertThat(problems.newest())
                .singleElement()
                .returns("campaign", RulesProblems.Problem::output)
                .returns("sales", RulesProblems.Problem::value)
                .returns(RulesProblems.Kind.CAMPAIGN_NOT_HERE, RulesProblems.Problem::kind);
    }

    private void is(Campaign campaign) {
        given(campaigns.find(campaign.id())).willReturn(Optional.of(campaign));
        given(campaigns.findInUse(campaign.id())).willReturn(Optional.of(campaign));
    }

    private static Campaign sales() {
        return Campaign.usual(SALES, "Sales", "office", ZoneId.of("Europe/Paris"));
    }

    private static Campaign with(Campaign usual, boolean enabled, Set<PageId> pages, Greeting greeting) {
        return new Campaign(
                usual.id(),
                usual.name(),
                enabled,
                usual.channels(),
                pages,
                usual.objective(),
                usual.strategy(),
                usual.schedule(),
                usual.zone(),
                usual.thresholds(),
                usual.waiting(),
                usual.maximumPerAgent(),
                greeting,
                usual.afterHours(),
                usual.survey(),
                usual.assistant(),
                usual.cannedResponses(),
                usual.members(),
                usual.tags(),
                1);
    }

    private HeardFacts input(Map<String, @Nullable Object> listening) {
        return input(id, listening);
    }

    private static HeardFacts input(ConversationId of, Map<String, @Nullable Object> listening) {
        return new HeardFacts(
                of, null, "100", "message", "hello", null, null, null, null, null, "Monday", "10:00:00", listening);
    }

    private static Map<String, @Nullable Object> says(Object listen, @Nullable Object campaign) {
        var said = new HashMap<String, @Nullable Object>();
        said.put("listen", listen);
        said.put("campaign", campaign);
        return said;
    }
}
