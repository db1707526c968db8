package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the one person of the sandbox granted the app in the login dialog, and the codes that stand for it. */
@Profile("local")
@Component
class Logins implements Forgets {
    /** The person, by an id that only this app knows. */
    static final String PERSON = "9000000000000001";

    static final String NAME = "Camille Exemple";
    private static final Duration CODE_LIVES = Duration.ofMinutes(10);
    private static final Duration DATA_ACCESS = Duration.ofDays(90);
    private static final Duration SHORT_LIVED = Duration.ofHours(2);
    private static final Duration LONG_LIVED = Duration.ofDays(60);

    /** What was granted, for whom the code is, and how the app proves that it is the one that asked. */
    private record Code(
            Set<String> permissions,
            Set<String> pages,
            String redirect,
            @Nullable String challenge,
            Instant until) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final FacebookPages pages;
    private final Clock clock;
    private volatile Set<String> granted = Permissions.ALL;

    Logins(FacebookPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** Takes effect at once for the chosen Pages: a dead token gives way to a new one. */
    String grant(Set<String> permissions, Set<String> chosen, String redirect, @Nullable String challenge) {
        var wanted = new LinkedHashSet<>(Permissions.ALL);
        wanted.retainAll(permissions);
        wanted.add("public_profile");
        granted = wanted;
        var missing = new TreeSet<>(Permissions.ALL);
        missing.removeAll(wanted);
        for (var id : chosen) {
            pages.find(id).ifPresent(page -> {
                page.miss(missing);
                page.dataAccessExpiresAt(clock.instant().plus(DATA_ACCESS));
                pages.renew(page);
            });
        }
        var code = "AQ" + Message.newMid().substring(2);
        codes.put(
                code,
                new Code(wanted, chosen, redirect, challenge, clock.instant().plus(CODE_LIVES)));
        return code;
    }

    Set<String> granted() {
        return granted;
    }

    /** As Meta does: once, in time, for the same redirect address, and with the secret of the challenge. */
    AccessToken redeem(String code, String redirect, Optional<String> verifier) {
        var known = codes.remove(code);
        if (known == null) {
            throw used.contains(code)
                    ? refused(36009, "This authorization code has been used.")
                    : refused(null, "Invalid verification code format.");
        }
        used.add(code);
        if (clock.instant().isAfter(known.until())) {
            throw refused(36007, "This authorization code has expired.");
        }
        if (!known.redirect().equals(redirect)) {
            throw refused(
                    36008,
                    "Error validating verification code. Please make sure your redirect_uri is identical to the one you"
                            + " used in the OAuth dialog request");
        }
        if (known.challenge() != null && !isAnswer(known.challenge(), verifier.orElse(""))) {
            throw refused(null, "Invalid code_verifier: it does not fit the code_challenge");
        }
        return issue(known.permissions(), known.pages(), SHORT_LIVED);
    }

    AccessToken exchange(AccessToken token) {
        return issue(token.scopes(), token.pages(), LONG_LIVED);
    }

    private AccessToken issue(Set<String> permissions, Set<String> chosen, Duration life) {
        var token = pages.issue(permissions, chosen);
        token.expireAt(clock.instant().plus(life));
        return token;
    }

    private static GraphError refused(@Nullable Integer subcode, String message) {
        return new GraphError(400, 100, subcode, message);
    }

    /** RFC 7636, method S256. */
    private static boolean isAnswer(String challenge, String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Objects.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), challenge);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected every JDK to know SHA-256, but", impossible);
        }
    }

    @Override
    public void startAnew() {
        codes.clear();
        used.clear();
        granted = Permissions.ALL;
    }
}
