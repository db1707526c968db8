package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which token counts for a Page. A token from connecting by browser takes the place of the environment's until the
 * environment names another: whoever did the later of the two meant it.
 */
@Component
class PageTokens {
    private final TokenCipher cipher;
    private final PageProperties settings;

    PageTokens(TokenCipher cipher, PageProperties settings) {
        this.cipher = cipher;
        this.settings = settings;
    }

    /**
     * Empty when the Page is not connected.
     *
     * @throws UndecryptableToken when this node has not the key
     */
    Optional<Secret> of(StoredPage page) {
        return stored(page)
                .map(token -> cipher.decrypt(token, page.id()))
                .or(() -> named(page).map(NamedPage::token));
    }

    /** The encrypted token, where that one counts. */
    Optional<String> stored(StoredPage page) {
        return Optional.ofNullable(page.token())
                .filter(_ -> named(page).filter(named -> isNewer(named, page)).isEmpty());
    }

    private Optional<NamedPage> named(StoredPage page) {
        return settings.page().filter(named -> named.id().equals(page.id()));
    }

    /** The fingerprint of the environment's token for this Page, which a token from the browser takes the place of. */
    Optional<String> given(PageId page) {
        return settings.page().filter(named -> named.id().equals(page)).map(named -> fingerprint(named.token()));
    }

    private static boolean isNewer(NamedPage named, StoredPage page) {
        return page.insteadOf() == null || !page.insteadOf().equals(fingerprint(named.token()));
    }

    private static String fingerprint(Secret token) {
        return Fingerprints.of(token.value());
    }
}
