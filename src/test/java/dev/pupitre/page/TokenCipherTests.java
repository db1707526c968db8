package dev.pupitre.page;

import static dev.pupitre.page.PageRoom.BISTRO;
import static dev.pupitre.page.PageRoom.CAFE;
import static dev.pupitre.page.PageRoom.KEY;
import static dev.pupitre.page.PageRoom.NEWER_KEY;
import static dev.pupitre.page.PageRoom.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCipherTests {
    private final TokenCipher cipher = new TokenCipher(List.of(KEY));

    @Test
    void opensWhatItEncryptedAndShowsNothingOfIt() {
        var stored = cipher.encrypt(TOKEN, CAFE);

        assertThat(stored).doesNotContain("EAAB");
        assertThat(cipher.decrypt(stored, CAFE)).isEqualTo(TOKEN);
        assertThat(cipher.encrypt(TOKEN, CAFE)).as("encrypted once more").isNotEqualTo(stored);
    }

    @Test
    void doesNotOpenATokenThatWasMovedToAnotherPage() {
        var stored = cipher.encrypt(TOKEN, CAFE);

        assertThatExceptionOfType(UndecryptableToken.class).isThrownBy(() -> cipher.decrypt(stored, BISTRO));
    }

    @Test
    void doesNotOpenATokenThatWasChanged() {
        var stored = cipher.encrypt(TOKEN, CAFE);
        var changed = stored.substring(0, 20) + (stored.charAt(20) == 'A' ? 'B' : 'A') + stored.substring(21);

        assertThatExceptionOfType(UndecryptableToken.class).isThrownBy(() -> cipher.decrypt(changed, CAFE));
        assertThatExceptionOfType(UndecryptableToken.class).isThrownBy(() -> cipher.decrypt("not base64!", CAFE));
    }

    @Test
    void opensWithEachKeyAndEncryptsWithTheFirst() {
        var old = cipher.encrypt(TOKEN, CAFE);
        var both = new TokenCipher(List.of(NEWER_KEY, KEY));

        assertThat(both.decrypt(old, CAFE)).isEqualTo(TOKEN);
        assertThat(both.isCurrent(old)).isFalse();
        var renewed = both.encrypt(TOKEN, CAFE);
        assertThat(both.isCurrent(renewed)).isTrue();
        assertThat(new TokenCipher(List.of(NEWER_KEY)).decrypt(renewed, CAFE)).isEqualTo(TOKEN);
        assertThat(new TokenCipher(List.of(KEY, NEWER_KEY)).decrypt(renewed, CAFE))
                .as("on a node where the keys stand the other way round")
                .isEqualTo(TOKEN);
    }

    @Test
    void takesAKeyThatIsNamedTwiceOnce() {
        assertThat(new TokenCipher(List.of(KEY, KEY)).decrypt(cipher.encrypt(TOKEN, CAFE), CAFE))
                .isEqualTo(TOKEN);
    }

    @Test
    void saysWhichSettingIsWrong() {
        var stored = cipher.encrypt(TOKEN, CAFE);

        assertThatExceptionOfType(UndecryptableToken.class)
                .isThrownBy(() -> new TokenCipher(List.of(NEWER_KEY)).decrypt(stored, CAFE))
                .withMessage("Expected PUPITRE_PAGE_TOKEN_KEYS to hold the key that the token of Page 100 was encrypted"
                        + " with, but none of its keys opens it");
        assertThatExceptionOfType(UndecryptableToken.class)
                .isThrownBy(() -> new TokenCipher(List.of()).decrypt(stored, CAFE))
                .withMessageContaining("it is not set");
    }
}
