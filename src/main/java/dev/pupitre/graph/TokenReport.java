package dev.pupitre.graph;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Meta says of a token.
 *
 * @param problem why it is not valid, in plain words
 * @param person whose token it is, as Meta numbers people for the app
 * @param scopes the permissions it carries
 * @param limitedTo the permissions that were given for some objects only, with these objects' ids
 */
public record TokenReport(
        boolean valid,
        @Nullable String problem,
        @Nullable String app,
        @Nullable String person,
        @Nullable Instant expiresAt,
        @Nullable Instant dataAccessExpiresAt,
        List<String> scopes,
        Map<String, Set<String>> limitedTo) {}
