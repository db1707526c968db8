package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.BISTRO;
import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.KEY;
import static dev.pupitre.page.PageRoom.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.page.Hold.Cause;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PagesTests {
    private final TestDatabase database = new TestDatabase();
    private final PageRoom here = new PageRoom(database, null, KEY);
    private final PageRoom there = new PageRoom(database, null, KEY);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knowsWhatAnotherNodeConnectedAfterAMoment() {
        here.connected(CAFE);

        assertThat(here.pages.find(CAFE)).isPresent();
        assertThat(there.pages.find(CAFE)).isEmpty();
        there.known.readAgain();
        assertThat(there.pages.find(CAFE).orElseThrow().access().token()).isEqualTo(TOKEN);
        assertThat(there.happened).contains(new PageEvent.Mended(CAFE));
    }

    @Test
    void answersWithoutTheStore() {
        here.connected(CAFE);
        database.refuse();

        here.known.readAgain();

        assertThat(here.pages.find(CAFE)).isPresent();
        assertThat(here.pages.find(BISTRO)).isEmpty();
        assertThat(here.pages.held(CAFE)).isEmpty();
    }

    @Test
    void holdsAPageOnAllNodesUntilItIsReleased() {
        here.connected(CAFE);
        there.known.readAgain();
        there.happened.clear();

        here.pages.hold(CAFE, Cause.TOKEN, "The token is dead");
        there.known.readAgain();

        assertThat(there.pages.held(CAFE)).map(Hold::reason).contains("The token is dead");
        assertThat(there.happened).contains(new PageEvent.Held(CAFE, "The token is dead"));
        assertThat(here.happened).contains(new CheckWanted(CAFE), new PageEvent.Held(CAFE, "The token is dead"));

        there.pages.release(CAFE, Cause.TOKEN);
        here.known.readAgain();

        assertThat(here.pages.held(CAFE)).isEmpty();
        assertThat(here.happened).endsWith(new PageEvent.Mended(CAFE), new PageChanged(CAFE, false));
        assertThat(there.happened).contains(new PageEvent.Mended(CAFE));
    }

    @Test
    void isHeldOnceHoweverManyMessagesAreRefused() {
        here.connected(CAFE);

        here.pages.hold(CAFE, Cause.TOKEN, "The token is dead");
        here.clock.advance(Duration.ofSeconds(5));
        here.pages.hold(CAFE, Cause.TOKEN, "The token is dead");

        assertThat(here.happened).filteredOn(CheckWanted.class::isInstance).hasSize(1);
        assertThat(here.pages.held(CAFE).orElseThrow().since())
                .isEqualTo(here.clock.instant().minusSeconds(5));
    }

    @Test
    void letsARestrictedPageGoOnByItself() {
        here.connected(CAFE);
        here.pages.hold(CAFE, Cause.RESTRICTED, "Facebook restricts the Page");
        assertThat(here.pages.held(CAFE)).isPresent();
        here.happened.clear();

        here.clock.advance(Duration.ofHours(1));
        assertThat(here.pages.held(CAFE)).isEmpty();
        here.known.readAgain();

        assertThat(here.happened).contains(new PageEvent.Mended(CAFE));
        assertThat(here.store.find(CAFE).orElseThrow().hold()).isNull();
    }

    @Test
    void holdsARestrictedPageLongerWhenItIsToldSoAgain() {
        here.connected(CAFE);
        here.pages.hold(CAFE, Cause.RESTRICTED, "Facebook restricts the Page");
        here.clock.advance(Duration.ofMinutes(50));
        here.pages.hold(CAFE, Cause.RESTRICTED, "Facebook restricts the Page");
        here.clock.advance(Duration.ofMinutes(50));
        here.known.readAgain();

        assertThat(here.pages.held(CAFE)).isPresent();
    }

    @Test
    void doesNotLetARestrictionTakeThePlaceOfADeadToken() {
        here.connected(CAFE);
        here.pages.hold(CAFE, Cause.TOKEN, "The token is dead");

        here.pages.hold(CAFE, Cause.RESTRICTED, "Facebook restricts the Page");

        assertThat(here.pages.held(CAFE)).map(Hold::cause).contains(Cause.TOKEN);
    }

    @ParameterizedTest
    @EnumSource(value = Cause.class, mode = Mode.EXCLUDE, names = "RESTRICTED")
    void doesNotLetTheEndOfARestrictionLiftWhatElseHoldsThePage(Cause other) {
        here.connected(CAFE);
        here.pages.hold(CAFE, other, "Connect the Page again");

        here.pages.release(CAFE, Cause.RESTRICTED);

        assertThat(here.pages.held(CAFE)).map(Hold::cause).contains(other);
    }

    @Test
    void letsAPageGoOnWhoseRestrictionMetaEnds() {
        here.connected(CAFE);
        here.pages.hold(CAFE, Cause.RESTRICTED, "Facebook blocked the Page");

        here.pages.release(CAFE, Cause.RESTRICTED);

        assertThat(here.pages.held(CAFE)).isEmpty();
    }

    @Test
    void keepsTheLatestOfWhatAllNodesSaw() {
        here.connected(CAFE);
        var now = here.clock.instant();
        here.pages.heard(CAFE, now);
        there.pages.heard(CAFE, now.minusSeconds(10));
        here.pages.sent(CAFE, now.minusSeconds(20));
        assertThat(here.traces.lastEvent(here.store.find(CAFE).orElseThrow())).isEqualTo(now);

        here.traces.writeDown();
        there.traces.writeDown();

        assertThat(here.store.find(CAFE).orElseThrow())
                .returns(now, StoredPage::lastEventAt)
                .returns(now.minusSeconds(20), StoredPage::lastSendAt);
    }

    @Test
    void keepsWhatItSawWhileTheStoreIsAway() {
        here.connected(CAFE);
        here.pages.heard(CAFE, here.clock.instant());
        database.refuse();
        here.traces.writeDown();
        database.takeAgain();

        here.traces.writeDown();

        assertThat(here.store.find(CAFE).orElseThrow().lastEventAt()).isEqualTo(here.clock.instant());
    }

    @Test
    void connectsThePageOfTheSettingsByConfigurationAlone() {
        var named = new PageRoom(database, "EAAB-of-the-settings");

        assertThat(named.pages.find(CAFE).orElseThrow())
                .returns("Café of the settings", Page::name)
                .returns(
                        new Secret("EAAB-of-the-settings"),
                        page -> page.access().token());
        assertThat(named.store.find(CAFE).orElseThrow().token()).isNull();
    }

    @Test
    void usesTheTokenFromTheBrowserUntilTheSettingsNameAnother() {
        var named = new PageRoom(database, "EAAB-of-the-settings", KEY);
        named.connected(CAFE);

        assertThat(named.pages.find(CAFE).orElseThrow().access().token()).isEqualTo(TOKEN);
        assertThat(tokenAfterRestart("EAAB-of-the-settings")).isEqualTo(TOKEN);
        assertThat(tokenAfterRestart("EAAB-newer")).isEqualTo(new Secret("EAAB-newer"));
    }

    @Test
    void doesNotKnowAPageAnyMoreThatTheSettingsNoLongerName() {
        assertThat(new PageRoom(database, "EAAB-of-the-settings").pages.all()).hasSize(1);

        assertThat(new PageRoom(database, null, KEY).pages.all()).isEmpty();
    }

    @Test
    void tellsWhichPagesAPersonConnected() {
        here.connected(CAFE);

        assertThat(here.pages.connectedBy("person-1")).containsExactly(CAFE);
        assertThat(here.pages.connectedBy("person-2")).isEmpty();
    }

    @Test
    void holdsThePagesOfAPersonWhoRemovedTheApp() {
        here.connected(CAFE);
        here.clock.advance(Duration.ofMillis(300));

        assertThat(here.pages.deauthorise("person-2", here.clock.instant())).isEmpty();
        var told = here.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        assertThat(here.pages.deauthorise("person-1", told)).containsExactly(CAFE);
        assertThat(here.pages.deauthorise("person-1", told))
                .as("the same call again")
                .isEmpty();

        assertThat(here.pages.held(CAFE)).map(Hold::cause).contains(Cause.DEAUTHORISED);
        assertThat(here.happened).filteredOn(CheckWanted.class::isInstance).hasSize(1);
    }

    @Test
    void doesNotHoldAPageThatWasConnectedAgainAfterItsPersonHadRemovedTheApp() {
        here.connected(CAFE);
        var removed = here.clock.instant();
        here.clock.advance(Duration.ofMinutes(5));
        here.connected(CAFE);

        assertThat(here.pages.deauthorise("person-1", removed)).isEmpty();

        assertThat(here.pages.held(CAFE)).isEmpty();
    }

    private Secret tokenAfterRestart(String ofTheSettings) {
        var node = new PageRoom(database, ofTheSettings, KEY);
        return node.pages.find(CAFE).orElseThrow().access().token();
    }
}
