package dev.pupitre.identity;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A token as stored: all but the token itself.
 *
 * @param id the token's fingerprint
 * @param hint its last characters, by which people tell it from others
 * @param roles at most these of its user's; all where it has none of its own
 * @param readOnly whether it may change nothing
 */
@Document("apiTokens")
record ApiToken(
        @Id String id,
        @Indexed UserId user,
        String name,
        @Nullable String hint,
        @Nullable Set<Role> roles,
        @Nullable Boolean readOnly,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    boolean onlyReads() {
        return Boolean.TRUE.equals(readOnly);
    }

    boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** A role that its user has lost is lost to the token, too. */
    Caller limited(Caller user) {
        return roles == null
                ? user
                : new Caller(
                        user.id(),
                        user.displayName(),
                        user.roles().stream().filter(roles::contains).collect(Collectors.toUnmodifiableSet()));
    }
}
