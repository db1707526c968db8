package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.ending;
import static dev.pupitre.page.PageRoom.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.page.PageTrouble.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTroubleTests {
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
    void isNoneWhereEverythingWorks() {
        room.health.check(CAFE);

        assertThat(room.pages.troubles()).isEmpty();
    }

    @Test
    void isNotToldTwiceWhereThePageIsHeldForIt() {
        room.says(report(false, "The token is dead", List.of()));

        room.health.check(CAFE);

        assertThat(room.pages.held(CAFE)).map(Hold::reason).contains("The token is dead");
        assertThat(room.pages.troubles()).isEmpty();
    }

    @Test
    void isADeadTokenThatThePageIsNotHeldFor() {
        room.says(report(false, "The token is dead", List.of()));
        room.health.check(CAFE);
        room.pages.release(CAFE, Hold.Cause.TOKEN);

        assertThat(kinds()).containsExactly(Kind.TOKEN_INVALID);
    }

    @Test
    void namesAllPermissionsThatAreLost() {
        room.says(report(
                true, null, List.of(Permission.PAGES_MESSAGING.scope(), Permission.PAGES_MANAGE_METADATA.scope())));

        room.health.check(CAFE);

        assertThat(room.pages.held(CAFE)).isEmpty();
        assertThat(room.pages.troubles())
                .singleElement()
                .returns(Kind.PERMISSION_MISSING, PageTrouble::kind)
                .satisfies(trouble -> assertThat(trouble.reason())
                        .contains("pages_read_engagement", "pages_manage_engagement", "; "));
    }

    @Test
    void isASubscriptionThatIsGoneAndDoesNotComeBack() {
        room.subscribed("messages");
        willThrow(new GraphFailure(GraphFailure.Kind.REJECTED, "No", null))
                .given(room.subscriptions)
                .subscribe(any(), any());

        room.health.check(CAFE);

        assertThat(room.pages.troubles())
                .extracting(PageTrouble::page, PageTrouble::kind)
                .containsExactly(tuple(CAFE, Kind.FIELDS_MISSING));
    }

    @Test
    void isAnEndOfTheTokenThatIsNear() {
        room.says(ending(room.clock.instant().plus(Duration.ofDays(13)), null));

        room.health.check(CAFE);

        assertThat(kinds()).containsExactly(Kind.TOKEN_EXPIRING);
    }

    @Test
    void isThatMetaCouldNotBeAsked() {
        given(room.accounts.inspect(any(), any()))
                .willThrow(new GraphFailure(GraphFailure.Kind.TRANSIENT, "Facebook cannot be reached", null));

        room.health.check(CAFE);

        assertThat(kinds()).containsExactly(Kind.UNREACHABLE);
    }

    @Test
    void ofATokenLastsWhileMetaCannotBeAsked() {
        room.says(ending(room.clock.instant().plus(Duration.ofDays(13)), null));
        room.health.check(CAFE);
        cannotBeAsked();
        room.health.check(CAFE);
        room.health.check(CAFE);

        assertThat(kinds()).containsExactly(Kind.TOKEN_EXPIRING, Kind.UNREACHABLE);
        willReturn(report(true, null, Permission.scopes())).given(room.accounts).inspect(any(), any());
        room.health.check(CAFE);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void ofADeadTokenLastsWhileMetaCannotBeAsked() {
        room.says(report(false, "The token is dead", List.of()));
        room.health.check(CAFE);
        room.pages.release(CAFE, Hold.Cause.TOKEN);
        cannotBeAsked();

        room.health.check(CAFE);

        assertThat(kinds()).containsExactly(Kind.TOKEN_INVALID, Kind.UNREACHABLE);
        assertThat(room.pages.held(CAFE)).as("nothing new is known").isEmpty();
    }

    private void cannotBeAsked() {
        willThrow(new GraphFailure(GraphFailure.Kind.TRANSIENT, "Facebook cannot be reached", null))
                .given(room.accounts)
                .inspect(any(), any());
    }

    private List<Kind> kinds() {
        return room.pages.troubles().stream().map(PageTrouble::kind).toList();
    }
}
