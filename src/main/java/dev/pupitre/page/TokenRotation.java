package dev.pupitre.page;

import static java.util.stream.Collectors.joining;

import dev.pupitre.kernel.CannotStart;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Sees to it, at each start, that all stored tokens can be used, and are encrypted with the first key. */
@Component
class TokenRotation implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRotation.class);

    private final PageStore store;
    private final PageTokens tokens;
    private final TokenCipher cipher;

    TokenRotation(PageStore store, PageTokens tokens, TokenCipher cipher) {
        this.store = store;
        this.tokens = tokens;
        this.cipher = cipher;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            rotate();
        } catch (DataAccessException away) {
            LOG.warn("Expected to look at the stored tokens, but the store did not answer: {}", away.getMessage());
        }
    }

    private void rotate() {
        var lost = new ArrayList<StoredPage>();
        for (var page : store.all()) {
            tokens.stored(page).ifPresent(token -> {
                try {
                    rotate(page, token);
                } catch (UndecryptableToken wrongKey) {
                    lost.add(page);
                }
            });
        }
        if (!lost.isEmpty()) {
            throw new CannotStart(
                    "Expected PUPITRE_PAGE_TOKEN_KEYS to hold the key that the tokens of these Pages were encrypted with, but %s: %s"
                            .formatted(
                                    cipher.hasKeys() ? "none of its keys opens them" : "it is not set",
                                    lost.stream()
                                            .map(page -> "%s (%s)".formatted(page.name(), page.id()))
                                            .collect(joining(", "))));
        }
    }

    private void rotate(StoredPage page, String token) {
        var opened = cipher.decrypt(token, page.id());
        if (!cipher.isCurrent(token)) {
            store.reencrypted(page.id(), token, cipher.encrypt(opened, page.id()));
            LOG.info("The token of Page {} is encrypted with the first of PUPITRE_PAGE_TOKEN_KEYS now", page.id());
        }
    }
}
