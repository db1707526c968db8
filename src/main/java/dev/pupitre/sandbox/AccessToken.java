package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An access token, which opens a Page, the Pages of a person, or the app, until something kills it. */
final class AccessToken {
    /** Why a token is no longer good, with Meta's subcodes of error 190 (Graph API, "Handling errors"). */
    enum State {
        VALID(null, ""),
        REVOKED(458, "Error validating access token: The user has not authorized the application."),
        CHECKPOINT(459, "Error validating access token: You cannot access the app till you log in to facebook.com."),
        PASSWORD_CHANGED(460, "Error validating access token: The session is invalid: the user changed the password."),
        EXPIRED(463, "Error validating access token: Session has expired."),
        UNCONFIRMED(464, "Error validating access token: Sessions for the user are not allowed: not confirmed."),
        LOGGED_OUT(467, "Error validating access token: The session is invalid because the user logged out."),
        ROLE_LOST(null, "Any of the pages_messaging permission(s) must be granted before impersonating a user's page.");

        private final @Nullable Integer subcode;
        private final String message;

        State(@Nullable Integer subcode, String message) {
            this.subcode = subcode;
            this.message = message;
        }

        GraphError error() {
            return GraphError.deadToken(subcode, message);
        }

        @Nullable
        Integer subcode() {
            return subcode;
        }

        String message() {
            return message;
        }
    }

    /** Whose it is. */
    enum Type {
        PAGE,
        USER,
        APP
    }

    private final String value;
    private final Type type;
    private final @Nullable FacebookPage page;
    private final Set<String> scopes;
    private final Set<String> pages;
    private final Instant issuedAt;
    private volatile @Nullable Instant expiresAt;
    private volatile State state = State.VALID;
    private volatile @Nullable String proof;

    private AccessToken(
            String value, Type type, @Nullable FacebookPage page, Set<String> scopes, Set<String> pages, Instant at) {
        this.value = value;
        this.type = type;
        this.page = page;
        this.scopes = scopes;
        this.pages = pages;
        this.issuedAt = at;
    }

    static AccessToken ofPage(String value, FacebookPage page, Instant at) {
        return new AccessToken(value, Type.PAGE, page, Permissions.ALL, Set.of(page.id()), at);
    }

    /** Of a person who granted these permissions for these Pages. */
    static AccessToken ofUser(String value, Set<String> scopes, Set<String> pages, Instant at) {
        return new AccessToken(value, Type.USER, null, Set.copyOf(scopes), Set.copyOf(pages), at);
    }

    static AccessToken ofApp(String value) {
        return new AccessToken(value, Type.APP, null, Set.of(), Set.of(), Instant.EPOCH);
    }

    static AccessToken revoked(FacebookPage page) {
        var token = ofPage("", page, Instant.EPOCH);
        token.state = State.REVOKED;
        return token;
    }

    String value() {
        return value;
    }

    Type type() {
        return type;
    }

    Optional<FacebookPage> page() {
        return Optional.ofNullable(page);
    }

    Set<String> pages() {
        return pages;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    void expireAt(@Nullable Instant end) {
        expiresAt = end;
    }

    /** As of now: a Page can lose permissions while its token lives on. */
    Set<String> scopes() {
        return page == null ? scopes : Permissions.allBut(page.missingPermissions());
    }

    State stateAt(Instant now) {
        var end = expiresAt;
        return state == State.VALID && end != null && !now.isBefore(end) ? State.EXPIRED : state;
    }

    /** Computed once, as load tests send it with each call. */
    String proof(String appSecret) {
        var known = proof;
        if (known == null) {
            known = Signature.SHA256.of(value.getBytes(UTF_8), appSecret);
            proof = known;
        }
        return known;
    }
}
