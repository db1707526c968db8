package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.BISTRO;
import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.nadia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.graph.Account;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.LoginDialog;
import dev.pupitre.graph.TokenReport;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class FacebookLoginTests {
    private static final URI REDIRECT = URI.create("https://desk.test/pages/connect/callback");
    private static final Secret PERSON = new Secret("EAAB-of-the-person");
    private static final List<String> ALL_TASKS = List.of("MESSAGING", "MODERATE", "CREATE_CONTENT");
    private static final FacebookLogin.Return CODE = new FacebookLogin.Return("code-1", null);

    private final PageRoom room = new PageRoom();

    @BeforeEach
    void hasTwoPages() {
        given(room.accounts.exchange(any(), any(), any(), any())).willReturn(PERSON);
        given(room.accounts.accounts(any(), any()))
                .willReturn(List.of(account(CAFE, "Café"), account(BISTRO, "Bistro")));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void showsThePagesOfThePersonAndWhichAreConnected() {
        room.connected(BISTRO);

        var state = beginAndComeBack();

        assertThat(room.connections.found(nadia(), state))
                .isEqualTo(new Connecting(
                        state,
                        List.of(
                                new Connecting.Candidate(CAFE, "Café", null, false, List.of()),
                                new Connecting.Candidate(BISTRO, "Bistro", null, true, List.of())),
                        List.of(),
                        null));
    }

    @Test
    void provesByTheVerifierWhoAskedForTheCode() {
        var state = beginAndComeBack();

        var dialog = ArgumentCaptor.forClass(LoginDialog.class);
        var verifier = ArgumentCaptor.forClass(String.class);
        then(room.accounts).should().address(dialog.capture());
        then(room.accounts).should().exchange(any(), any(), any(), verifier.capture());
        assertThat(dialog.getValue())
                .returns(state, LoginDialog::state)
                .returns(REDIRECT, LoginDialog::redirect)
                .returns(Fingerprints.of(verifier.getValue()), LoginDialog::challenge);
        assertThat(verifier.getValue()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(dialog.getValue().scopes()).contains("pages_messaging", "business_management");
    }

    @Test
    void takesAStateOnce() {
        var state = beginAndComeBack();

        room.login.comeBack(nadia(), state, new FacebookLogin.Return("code-2", null));

        then(room.accounts).should(times(1)).exchange(any(), any(), any(), any());
    }

    @Test
    void takesNothingFromAnotherUserOrAnotherLogin() {
        var state = begin();
        var other = new Visitor(new UserId("admin"), "session-1");
        var later = new Visitor(nadia().user(), "session-2");
        var program = new Visitor(nadia().user(), null);

        for (var visitor : List.of(other, later, program)) {
            room.login.comeBack(visitor, state, CODE);
            assertNothingIsFound(visitor, state);
        }

        then(room.accounts).should(never()).exchange(any(), any(), any(), any());
        room.login.comeBack(nadia(), state, CODE);
        assertThat(room.connections.found(nadia(), state).pages()).hasSize(2);
    }

    @Test
    void takesNothingThatWasNeverBegunOrTooLongAgo() {
        room.login.comeBack(nadia(), "guessed", CODE);
        var state = begin();
        room.clock.advance(Duration.ofMinutes(15));
        room.login.comeBack(nadia(), state, CODE);

        then(room.accounts).should(never()).exchange(any(), any(), any(), any());
        assertNothingIsFound(nadia(), "guessed");
        assertNothingIsFound(nadia(), state);
        room.connecting.sweep();
        assertThat(room.database.template().findAll(StoredConnecting.class)).isEmpty();
    }

    @Test
    void takesOverOnAnotherNode() {
        var other = new PageRoom(room.database, null, PageRoom.KEY);
        var state = begin();
        given(other.accounts.exchange(any(), any(), any(), any())).willReturn(PERSON);
        given(other.accounts.accounts(any(), any())).willReturn(List.of(account(CAFE, "Café")));

        other.login.comeBack(nadia(), state, CODE);

        assertThat(room.connections.found(nadia(), state).pages()).hasSize(1);
    }

    @Test
    void saysThatTheDialogWasCancelled() {
        var state = begin();

        room.login.comeBack(nadia(), state, new FacebookLogin.Return(null, "access_denied"));

        assertThat(room.connections.found(nadia(), state).error())
                .isEqualTo("The login at Facebook was cancelled: nothing was connected");
        then(room.accounts).should(never()).exchange(any(), any(), any(), any());
    }

    @Test
    void saysThatFacebookDidNotTakeTheCode() {
        given(room.accounts.exchange(any(), any(), any(), any()))
                .willThrow(new GraphFailure(GraphFailure.Kind.REJECTED, "Code was used", null));

        assertThat(room.connections.found(nadia(), beginAndComeBack()).error()).contains("connect once more");
    }

    @Test
    void saysThatThePersonShowsNoPage() {
        given(room.accounts.accounts(any(), any())).willReturn(List.of());

        assertThat(room.connections.found(nadia(), beginAndComeBack()))
                .returns(List.of(), Connecting::pages)
                .returns("Facebook shows no Page of this person to Pupitre", Connecting::error);
    }

    @Test
    void namesWhatIsMissingOfEachPage() {
        room.says(new TokenReport(
                true,
                null,
                "app-1",
                "person-1",
                null,
                null,
                Permission.scopes().stream()
                        .filter(scope -> !scope.equals("pages_manage_engagement"))
                        .toList(),
                Map.of("pages_messaging", Set.of(CAFE.value()))));
        given(room.accounts.accounts(any(), any()))
                .willReturn(List.of(
                        account(CAFE, "Café"),
                        new Account(BISTRO, "Bistro", null, PERSON, List.of("MODERATE", "ANALYZE"))));

        var found = room.connections.found(nadia(), beginAndComeBack());

        assertThat(found.missingPermissions()).containsExactly("pages_manage_engagement");
        assertThat(found.pages())
                .extracting(Connecting.Candidate::missingPermissions)
                .containsExactly(
                        List.of("pages_manage_engagement"),
                        List.of("pages_manage_engagement", "pages_messaging", "task:MESSAGING"));
    }

    @Test
    void keepsNoSecretReadable() {
        var state = beginAndComeBack();

        var kept = room.database.template().getCollection("connecting").find().first();
        assertThat(String.valueOf(kept)).doesNotContain(state, "EAAB", "code-1");
    }

    @Test
    void isNotBegunWithoutAKeyForTheTokens() {
        try (var database = new TestDatabase()) {
            assertThatExceptionOfType(PageRefused.class)
                    .isThrownBy(() -> new PageRoom(database, "EAAB-of-the-settings").login.begin(nadia(), REDIRECT))
                    .withMessageContaining("PUPITRE_PAGE_TOKEN_KEYS");
        }
    }

    @Test
    void doesNotShowWhatIsStillOnItsWay() {
        assertNothingIsFound(nadia(), begin());
    }

    private String begin() {
        return room.login.begin(nadia(), REDIRECT).state();
    }

    private String beginAndComeBack() {
        var state = begin();
        room.login.comeBack(nadia(), state, CODE);
        return state;
    }

    private void assertNothingIsFound(Visitor visitor, String state) {
        assertThatExceptionOfType(ConnectingNotFound.class).isThrownBy(() -> room.connections.found(visitor, state));
    }

    private static Account account(PageId page, String name) {
        return new Account(page, name, null, new Secret("EAAB-of-" + page), ALL_TASKS);
    }
}
