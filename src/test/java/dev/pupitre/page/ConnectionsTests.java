package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.BISTRO;
import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.KEY;
import static dev.pupitre.page.PageRoom.nadia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;

import dev.pupitre.graph.Account;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.page.Diagnosis.State;
import dev.pupitre.page.Hold.Cause;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

class ConnectionsTests {
    private static final URI REDIRECT = URI.create("https://desk.test/pages/connect/callback");

    private final PageRoom room = new PageRoom();

    @BeforeEach
    void hasTwoPages() {
        given(room.accounts.exchange(any(), any(), any(), any())).willReturn(new Secret("EAAB-of-the-person"));
        shows(account(CAFE, "Café", "MESSAGING", "MODERATE"), account(BISTRO, "Bistro", "MESSAGING", "MODERATE"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void connectsSeveralPagesAtOnce() {
        room.subscribed();

        var connected = room.connections.connect(nadia(), cameBack(), Set.of(CAFE, BISTRO));

        assertThat(connected).hasSize(2);
        assertThat(room.pages.find(BISTRO).orElseThrow().access().token()).isEqualTo(new Secret("EAAB-of-200"));
        then(room.subscriptions).should(times(2)).subscribe(any(), any());
        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.CONNECTED);
        assertThat(room.told()).filteredOn("page-connected"::equals).hasSize(2);
        assertThat(room.happened).contains(new PageEvent.Mended(CAFE), new PageEvent.Mended(BISTRO));
        assertThat(room.pages.connectedBy("person-1")).containsExactlyInAnyOrder(CAFE, BISTRO);
    }

    @Test
    void connectsNoneWhenOneWouldNotWorkAndNamesWhatIsMissing() {
        shows(account(CAFE, "Café", "MESSAGING", "MODERATE"), account(BISTRO, "Bistro", "ANALYZE"));
        room.says(PageRoom.report(true, null, List.of("pages_messaging", "pages_show_list")));
        var state = cameBack();

        assertThatExceptionOfType(PageRefused.class)
                .isThrownBy(() -> room.connections.connect(nadia(), state, Set.of(BISTRO)))
                .withMessage("Bistro: The permission pages_manage_metadata is missing: Pupitre needs it to be told when"
                        + " somebody writes to the Page; Bistro: The task MESSAGING on the Page is missing:"
                        + " an administrator of the Page can give it");
        assertThat(room.pages.all()).isEmpty();
    }

    @Test
    void connectsWithoutWhatIsNeededForCommentsOnly() {
        room.says(PageRoom.report(true, null, List.of("pages_messaging", "pages_manage_metadata", "pages_show_list")));

        room.connections.connect(nadia(), cameBack(), Set.of(CAFE));

        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.ATTENTION);
    }

    @Test
    void connectsOnlyWhatWasShownAndOnlyOnce() {
        var state = cameBack();
        assertThatExceptionOfType(PageNotFound.class)
                .isThrownBy(() -> room.connections.connect(nadia(), state, Set.of(new PageId("999"))));
        room.connections.connect(nadia(), state, Set.of(CAFE));

        assertThatExceptionOfType(PageRefused.class)
                .isThrownBy(() -> room.connections.connect(nadia(), state, Set.of(BISTRO)));
        assertThat(room.database.template().findAll(StoredConnecting.class))
                .flatExtracting(StoredConnecting::pages)
                .extracting(StoredConnecting.Found::token)
                .containsOnlyNulls();
    }

    @Test
    void keepsWhatWasSetWhenAPageIsConnectedAgain() {
        room.connections.connect(nadia(), cameBack(), Set.of(CAFE));
        room.upkeep.change(CAFE, new Update().set("retentionDays", 30).set("humanAgent", true), false);
        room.pages.hold(CAFE, Cause.TOKEN, "The token is dead");
        room.happened.clear();
        room.published.clear();

        room.connections.connect(nadia(), cameBack(), Set.of(CAFE));

        assertThat(room.pages.find(CAFE).orElseThrow())
                .returns(30, Page::retentionDays)
                .returns(true, Page::humanAgent);
        assertThat(room.pages.held(CAFE)).isEmpty();
        assertThat(room.happened).contains(new PageEvent.Mended(CAFE));
        assertThat(room.told()).contains("page-mended");
    }

    @Test
    void endsTheSubscriptionWhenAPageIsDisconnected() {
        room.connections.connect(nadia(), cameBack(), Set.of(CAFE));

        room.upkeep.disconnect(CAFE);

        then(room.subscriptions).should().unsubscribe(any());
        assertThat(room.pages.find(CAFE)).isEmpty();
        assertThat(room.diagnosis(CAFE).state()).isEqualTo(State.DISCONNECTED);
        assertThat(room.store.find(CAFE).orElseThrow().token()).isNull();
        assertThat(room.told()).endsWith("page-disconnected");
        assertThat(room.happened).contains(new PageEvent.Disconnected(CAFE));
        assertThatExceptionOfType(PageRefused.class).isThrownBy(() -> room.upkeep.check(CAFE));
    }

    @Test
    void disconnectsAPageThatMetaDoesNotLetUsUnsubscribe() {
        room.connections.connect(nadia(), cameBack(), Set.of(CAFE));
        willThrow(new GraphFailure(GraphFailure.Kind.TOKEN, "The token is dead", null))
                .given(room.subscriptions)
                .unsubscribe(any());

        room.upkeep.disconnect(CAFE);

        assertThat(room.pages.find(CAFE)).isEmpty();
    }

    @Test
    void doesNotDisconnectThePageOfTheSettings() {
        var named = new PageRoom(room.database, "EAAB-of-the-settings", KEY);

        assertThatExceptionOfType(PageRefused.class)
                .isThrownBy(() -> named.upkeep.disconnect(CAFE))
                .withMessageContaining("PUPITRE_PAGE_ID");
        assertThatExceptionOfType(PageNotFound.class).isThrownBy(() -> named.upkeep.disconnect(BISTRO));
    }

    private String cameBack() {
        var state = room.login.begin(nadia(), REDIRECT).state();
        room.login.comeBack(nadia(), state, new FacebookLogin.Return("code", null));
        return state;
    }

    private void shows(Account... accounts) {
        given(room.accounts.accounts(any(), any())).willReturn(List.of(accounts));
    }

    private static Account account(PageId page, String name, String... tasks) {
        return new Account(page, name, null, new Secret("EAAB-of-" + page), List.of(tasks));
    }
}
