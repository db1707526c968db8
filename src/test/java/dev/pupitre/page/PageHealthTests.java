package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.ending;
import static dev.pupitre.page.PageRoom.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.TokenReport;
import dev.pupitre.page.Diagnosis.State;
import dev.pupitre.page.Health.TokenState;
import dev.pupitre.page.Hold.Cause;
import dev.pupitre.page.PageProblem.Remedy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

class PageHealthTests {
    private final PageRoom room = new PageRoom();

    @BeforeEach
    void connect() {
        room.connected(CAFE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void findsNothingWrongWithAPageThatWorks() {
        check();

        assertThat(room.diagnosis(CAFE)).isEqualTo(new Diagnosis(State.CONNECTED, List.of()));
        assertThat(health())
                .returns(TokenState.VALID, Health::tokenState)
                .returns(room.clock.instant(), Health::checkedAt)
                .returns(List.of(), Health::missingFields);
        then(room.subscriptions).should(never()).subscribe(any(), any());
    }

    @Test
    void leavesNoSubscriptionToAPageThatIsDisconnectedMeanwhile() {
        room.subscribed();
        willAnswer(_ -> {
                    room.connections.disconnect(CAFE);
                    return null;
                })
                .given(room.subscriptions)
                .subscribe(any(), any());

        assertThat(room.health.check(CAFE)).isEmpty();

        var inOrder = inOrder(room.subscriptions);
        then(room.subscriptions).should(inOrder).subscribe(any(), any());
        then(room.subscriptions).should(inOrder, times(2)).unsubscribe(any());
    }

    @Test
    void holdsAPageWhoseTokenIsDeadAndSaysWhy() {
        room.says(report(false, "The person has changed their Facebook password", List.of()));

        check();

        assertThat(room.pages.held(CAFE)).map(Hold::cause).contains(Cause.TOKEN);
        assertThat(room.diagnosis(CAFE))
                .isEqualTo(new Diagnosis(
                        State.HELD,
                        List.of(new PageProblem(
                                PageProblem.Kind.TOKEN_INVALID,
                                "The person has changed their Facebook password",
                                Remedy.RECONNECT))));
        assertThat(room.happened).contains(new PageEvent.Held(CAFE, "The person has changed their Facebook password"));
    }

    @Test
    void letsAPageGoOnWhoseTokenWorksAfterAll() {
        room.pages.hold(CAFE, Cause.TOKEN, "A message was refused");
        room.happened.clear();

        check();

        assertThat(room.pages.held(CAFE)).isEmpty();
        assertThat(room.happened).contains(new PageEvent.Mended(CAFE));
    }

    @Test
    void asksForAnotherTokenWhenMessagesAreRefusedAgainAndAgainThoughTheTokenIsValid() {
        refusedAndChecked(HoldRule.ROUNDS);
        assertThat(room.pages.held(CAFE)).as("given another try").isEmpty();

        refusedAndChecked(1);
        check();

        assertThat(room.pages.held(CAFE)).map(Hold::cause).contains(Cause.REFUSED);
        assertThat(room.diagnosis(CAFE).problems())
                .singleElement()
                .returns(PageProblem.Kind.HELD, PageProblem::kind)
                .returns(Remedy.RECONNECT, PageProblem::remedy);
        assertThat(PageProcess.isBroken(room.store.find(CAFE).orElseThrow())).isTrue();
    }

    @Test
    void triesOnceMoreWhereSomebodyAsksForItAndBeginsAnewWhenItIsConnectedAgain() {
        refusedAndChecked(HoldRule.ROUNDS + 1);

        room.upkeep.check(CAFE);
        assertThat(room.pages.held(CAFE)).isEmpty();
        refusedAndChecked(1);
        assertThat(room.pages.held(CAFE)).map(Hold::cause).contains(Cause.REFUSED);

        room.connected(CAFE);
        refusedAndChecked(1);
        assertThat(room.pages.held(CAFE)).isEmpty();
    }

    @Test
    void countsRefusalsAnewAfterAMessageThatWentOut() {
        refusedAndChecked(HoldRule.ROUNDS);
        room.clock.advance(Duration.ofMinutes(1));
        room.pages.sent(CAFE, room.clock.instant());
        room.traces.writeDown();

        refusedAndChecked(HoldRule.ROUNDS);

        assertThat(room.pages.held(CAFE)).isEmpty();
    }

    private void refusedAndChecked(int times) {
        for (int time = 0; time < times; time++) {
            room.pages.hold(CAFE, Cause.TOKEN, "Error validating access token");
            check();
        }
    }

    @Test
    void holdsAPageWhoseTokenBelongsToAnotherApp() {
        room.says(new TokenReport(true, null, "app-2", null, null, null, Permission.scopes(), Map.of()));

        check();

        assertThat(room.pages.held(CAFE)).map(Hold::reason).contains("The Page's access token belongs to another app");
    }

    @Test
    void holdsAPageWithoutThePermissionToAnswer() {
        room.says(report(true, null, without("pages_messaging")));

        check();

        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.HELD);
        assertThat(room.diagnosis(CAFE).problems())
                .containsExactly(new PageProblem(
                        PageProblem.Kind.PERMISSION_MISSING,
                        "The permission pages_messaging is missing: Pupitre needs it to read and write messages of the Page",
                        Remedy.RECONNECT,
                        "pages_messaging",
                        null));
    }

    @Test
    void onlyTellsWhatIsMissingForComments() {
        room.says(report(true, null, without("pages_manage_engagement")));

        check();

        assertThat(room.pages.held(CAFE)).isEmpty();
        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.ATTENTION);
        assertThat(room.diagnosis(CAFE).problems())
                .singleElement()
                .returns(PageProblem.Kind.PERMISSION_MISSING, PageProblem::kind);
    }

    @Test
    void doesNotMissWhatIsNeededToConnectOnly() {
        room.says(report(true, null, without("business_management")));

        check();

        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void tellsInTimeThatATokenOrTheUseOfDataEnds() {
        var now = room.clock.instant();
        room.says(ending(now.plus(Duration.ofDays(60)), now.plus(Duration.ofDays(13))));
        check();
        assertThat(room.diagnosis(CAFE).problems())
                .singleElement()
                .returns(PageProblem.Kind.TOKEN_EXPIRING, PageProblem::kind)
                .returns(Remedy.RECONNECT, PageProblem::remedy);
        assertThat(room.pages.held(CAFE)).isEmpty();

        room.says(ending(null, now.plus(Duration.ofDays(15))));
        check();
        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void subscribesAgainToWhatMetaDroppedAndKeepsWhatOthersSubscribedTo() {
        check();
        room.subscribed("messages", "leadgen");

        check();

        then(room.subscriptions)
                .should()
                .subscribe(
                        any(),
                        argThat(fields -> fields.contains("leadgen")
                                && fields.contains("message_echoes")
                                && fields.contains("feed")
                                && !fields.contains("response_feedback")));
        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.CONNECTED);
        assertThat(room.meters.counter("pupitre.pages.resubscribed").count()).isEqualTo(1);
    }

    @Test
    void asksForThumbsUnderMessagesOnlyWhereThatIsWanted() {
        room.upkeep.change(CAFE, new Update().set("responseFeedback", true), true);

        then(room.subscriptions).should().subscribe(any(), argThat(fields -> fields.contains("response_feedback")));
    }

    @Test
    void tellsWhichFieldsAreMissingWhenMetaDoesNotTakeThem() {
        room.subscribed("messages");
        willThrow(new GraphFailure(Kind.REJECTED, "No", null))
                .given(room.subscriptions)
                .subscribe(any(), any());

        check();

        assertThat(room.diagnosis(CAFE).problems())
                .singleElement()
                .returns(PageProblem.Kind.FIELDS_MISSING, PageProblem::kind)
                .returns(Remedy.RESUBSCRIBE, PageProblem::remedy);
        assertThat(health().missingFields()).contains("feed").doesNotContain("messages");
    }

    @Test
    void saysThatMetaCouldNotBeAskedAndKeepsWhatHeldThePage() {
        room.pages.hold(CAFE, Cause.TOKEN, "A message was refused");
        given(room.accounts.inspect(any(), any()))
                .willThrow(new GraphFailure(Kind.TRANSIENT, "Facebook cannot be reached", null));

        check();

        assertThat(room.pages.held(CAFE)).isPresent();
        assertThat(room.diagnosis(CAFE).problems())
                .extracting(PageProblem::kind)
                .containsExactly(PageProblem.Kind.HELD, PageProblem.Kind.UNREACHABLE);
        assertThat(health().tokenState()).isEqualTo(TokenState.UNKNOWN);
    }

    @Test
    void leavesAPageHeldWhosePersonRemovedTheAppUntilSomebodyLooks() {
        room.pages.hold(CAFE, Cause.DEAUTHORISED, "The app was removed");

        check();
        assertThat(room.pages.held(CAFE)).map(Hold::cause).contains(Cause.DEAUTHORISED);

        room.upkeep.check(CAFE);
        assertThat(room.pages.held(CAFE)).isEmpty();
    }

    @Test
    void leavesARestrictedPageHeldThoughItsTokenWorks() {
        room.pages.hold(CAFE, Cause.RESTRICTED, "Facebook restricts the Page");

        check();

        assertThat(room.diagnosis(CAFE).problems())
                .singleElement()
                .returns(PageProblem.Kind.RESTRICTED, PageProblem::kind)
                .returns(Remedy.WAIT, PageProblem::remedy);
    }

    @Test
    void saysNothingAboutATokenThatThePageWasGivenMeanwhile() {
        given(room.accounts.inspect(any(), any()))
                .willAnswer(_ -> {
                    room.connected(CAFE);
                    return report(false, "The old token is dead", List.of());
                })
                .willReturn(report(true, null, Permission.scopes()));

        check();

        assertThat(room.pages.held(CAFE)).isEmpty();
        assertThat(health().tokenState()).isEqualTo(TokenState.VALID);
    }

    @Test
    void findsNoPageThatIsNotConnected() {
        room.store.disconnect(CAFE, room.clock.instant()).ifPresent(room.known::take);

        assertThat(room.health.check(CAFE)).isEmpty();
    }

    private static List<String> without(String scope) {
        return Permission.scopes().stream().filter(one -> !one.equals(scope)).toList();
    }

    private void check() {
        room.clock.advance(Duration.ofMinutes(1));
        assertThat(room.health.check(CAFE)).isPresent();
    }

    private Health health() {
        return Objects.requireNonNull(room.store.find(CAFE).orElseThrow().health());
    }
}
