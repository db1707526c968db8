package dev.pupitre.page;

import dev.pupitre.graph.Account;
import dev.pupitre.graph.GraphAccounts;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.LoginDialog;
import dev.pupitre.graph.TokenReport;
import dev.pupitre.page.StoredConnecting.Found;
import dev.pupitre.page.StoredConnecting.Step;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * The way to Facebook's login dialog and back: what comes back is taken once, from the login that set out, and within
 * some minutes (RFC 6749, section 10.12).
 */
@Component
class FacebookLogin {
    private static final Logger LOG = LoggerFactory.getLogger(FacebookLogin.class);
    private static final String CANCELLED = "access_denied";

    /** Where the browser goes, and by what its return is known. */
    record Begun(URI url, String state) {}

    /** What Facebook's dialog adds to the address it goes back to. */
    record Return(@Nullable String code, @Nullable String error) {}

    private final ConnectingStore store;
    private final GraphAccounts accounts;
    private final MetaApp app;
    private final TokenCipher cipher;
    private final Clock clock;
    private final BytesKeyGenerator random = KeyGenerators.secureRandom(32);

    FacebookLogin(ConnectingStore store, GraphAccounts accounts, MetaApp app, TokenCipher cipher, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.app = app;
        this.cipher = cipher;
        this.clock = clock;
    }

    Begun begin(Visitor visitor, URI redirect) {
        if (!cipher.hasKeys()) {
            throw new PageRefused(
                    "Expected PUPITRE_PAGE_TOKEN_KEYS to name the keys that the tokens of Pages are encrypted with, but it is not set");
        }
        var state = random();
        var verifier = random();
        store.begin(new StoredConnecting(
                Fingerprints.of(state),
                visitor.user(),
                visitor.session(),
                verifier,
                redirect,
                clock.instant(),
                Step.BEGUN,
                null,
                List.of(),
                List.of(),
                null));
        var dialog = new LoginDialog(app.id(), redirect, state, Fingerprints.of(verifier), Permission.scopes());
        return new Begun(accounts.address(dialog), state);
    }

    /** What Facebook says; a state that is not this visitor's, was taken before or is too old changes nothing. */
    void comeBack(Visitor visitor, String state, Return answer) {
        store.comeBack(state, visitor).ifPresent(begun -> store.keep(settle(begun, answer)));
    }

    private StoredConnecting settle(StoredConnecting begun, Return answer) {
        if (answer.code() == null || answer.error() != null) {
            LOG.info("Facebook's dialog ended without a code: {}", answer.error());
            return begun.failed(
                    CANCELLED.equals(answer.error())
                            ? "The login at Facebook was cancelled: nothing was connected"
                            : "Facebook did not let the login through: nothing was connected");
        }
        try {
            var person = accounts.exchange(app.access(), answer.code(), begun.redirect(), begun.verifier());
            var report = accounts.inspect(app.access(), person);
            var found = accounts.accounts(app.access(), person).stream()
                    .map(account -> found(account, report))
                    .toList();
            var settled = begun.returned(report.person(), found, Permission.missing(report));
            return found.isEmpty() ? settled.without("Facebook shows no Page of this person to Pupitre") : settled;
        } catch (GraphFailure failure) {
            return begun.failed("Facebook did not complete the login: connect once more");
        }
    }

    private Found found(Account account, TokenReport report) {
        var token = Optional.ofNullable(account.token())
                .map(given -> cipher.encrypt(given, account.page()))
                .orElse(null);
        return new Found(account.page(), account.name(), account.picture(), token, Permission.missing(report, account));
    }

    private String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random.generateKey());
    }
}
