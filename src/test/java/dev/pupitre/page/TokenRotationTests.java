package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.BISTRO;
import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.KEY;
import static dev.pupitre.page.PageRoom.NEWER_KEY;
import static dev.pupitre.page.PageRoom.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenRotationTests {
    private final TestDatabase database = new TestDatabase();

    @BeforeEach
    void connectWithTheFirstKey() {
        var before = new PageRoom(database, null, KEY);
        before.connected(CAFE);
        before.connected(BISTRO);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void encryptsAllTokensWithTheNewKeySoThatTheOldOneCanGo() {
        start(new PageRoom(database, null, NEWER_KEY, KEY));

        var later = new PageRoom(database, null, NEWER_KEY);
        start(later);
        assertThat(later.pages.all()).extracting(page -> page.access().token()).containsExactly(TOKEN, TOKEN);
    }

    @Test
    void leavesAloneWhatTheFirstKeyEncrypted() {
        var before = new PageStore(database.template()).all();

        start(new PageRoom(database, null, KEY, NEWER_KEY));

        assertThat(new PageStore(database.template()).all()).isEqualTo(before);
    }

    @Test
    void doesNotStartWithAnotherKey() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> start(new PageRoom(database, null, NEWER_KEY)))
                .withMessage("Expected PUPITRE_PAGE_TOKEN_KEYS to hold the key that the tokens of these Pages were"
                        + " encrypted with, but none of its keys opens them: Page 100 (100), Page 200 (200)");
    }

    @Test
    void doesNotStartWithoutAKey() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> start(new PageRoom(database, null)))
                .withMessageContaining("but it is not set: Page 100");
    }

    @Test
    void startsWithoutAKeyWhereNoTokenIsKept() {
        try (var other = new TestDatabase()) {
            assertThatCode(() -> start(new PageRoom(other, "EAAB-of-the-settings")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void letsANodeGoOnThatHasNotTheNewKeyYet() {
        var old = new PageRoom(database, null, KEY);
        start(new PageRoom(database, null, NEWER_KEY, KEY));

        old.known.readAgain();

        assertThat(old.pages.find(CAFE).orElseThrow().access().token()).isEqualTo(TOKEN);
        assertThat(old.happened).noneMatch(PageEvent.Disconnected.class::isInstance);
    }

    private static void start(PageRoom node) {
        new TokenRotation(node.store, node.tokens, node.cipher).afterSingletonsInstantiated();
    }
}
