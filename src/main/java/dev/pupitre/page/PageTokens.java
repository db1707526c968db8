package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which token counts for a Page. A token from connecting by browser takes the place of the environment's until the
 * environment names another: whoever did the later of the two meant it.
 */
@Component
class PageTokens {
    private static final Logger LOG = LoggerFactory.getLogger(PageTokens.class);

    private final TokenCipher cipher;
    private final PageProperties settings;

    PageTokens(TokenCipher cipher, PageProperties settings) {
        this.cipher = cipher;
        this.settings = settings;
    }

    /** Empty when the Page is not connected. */
    Optional<Secret> of(StoredPage page) {
        var given = settings.page().filter(named -> named.id().equals(page.id()));
        if (page.token() == null || given.filter(named -> isNewer(named, page)).isPresent()) {
            return given.map(NamedPage::token);
        }
        try {
            return Optional.of(cipher.decrypt(page.token(), page.id()));
        } catch (UndecryptableToken wrongKey) {
            LOG.error("Page {} cannot be used on this node: {}", page.id(), wrongKey.getMessage());
            return Optional.empty();
        }
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
