package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Meta app, the Page that is connected by configuration alone, if any, and how Pages are looked after,
 * {@code pupitre.page.*}.
 *
 * @param zone tells weekday and local time for the tables, for every Page that was given none of its own
 * @param tokenKeys encrypt the tokens of Pages that were connected by browser: the first encrypts, all decrypt
 * @param publicUrl where browsers find Pupitre, without a path; where it is not set, it is the request's own address
 * @param connectWithin how long a person may take at Facebook
 * @param checkInterval how often Meta is asked about each Page
 * @param checkAgainAfter how long after a check a refused message leads to another at the earliest
 * @param expiringWithin how long before a token's end supervisors are told
 * @param restrictedFor how long a Page that Meta restricts is left alone
 * @param reread how soon a node knows what another changed
 */
@ConfigurationProperties("pupitre.page")
record PageProperties(
        @Nullable String id,
        @DefaultValue("Facebook Page") String name,
        @Nullable Secret token,
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue App app,
        @DefaultValue List<Secret> tokenKeys,
        @Nullable URI publicUrl,
        @DefaultValue("15m") Duration connectWithin,
        @DefaultValue("1h") Duration checkInterval,
        @DefaultValue("30s") Duration checkAgainAfter,
        @DefaultValue("14d") Duration expiringWithin,
        @DefaultValue("1h") Duration restrictedFor,
        @DefaultValue("2s") Duration reread) {

    record App(
            @Nullable String id,
            @Nullable Secret secret,
            @Nullable Secret verifyToken) {}

    /** The Page that the settings name; without one, Pages are connected by browser only. */
    Optional<NamedPage> page() {
        return id == null || id.isBlank() || token == null
                ? Optional.empty()
                : Optional.of(new NamedPage(new PageId(id.strip()), stripped(token)));
    }

    /** Where browsers find Pupitre, if that is set. */
    Optional<URI> address() {
        return Optional.ofNullable(publicUrl).filter(url -> url.getHost() != null);
    }

    boolean isNamed(PageId page) {
        return page().filter(named -> named.id().equals(page)).isPresent();
    }

    /** The names in the environment of what has to be given, but is not; an empty value is what compose files make of nothing. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (namesPage()) {
            note(missing, "PUPITRE_PAGE_ID", id);
            note(missing, "PUPITRE_PAGE_TOKEN", text(token));
        }
        note(missing, "PUPITRE_PAGE_APP_ID", app.id());
        note(missing, "PUPITRE_PAGE_APP_SECRET", text(app.secret()));
        note(missing, "PUPITRE_PAGE_APP_VERIFY_TOKEN", text(app.verifyToken()));
        return missing;
    }

    /** Half a Page is a mistake. */
    boolean namesPage() {
        return isGiven(id) || isGiven(text(token));
    }

    /** A secret that was read from a file mostly ends with a line break. */
    static Secret stripped(Secret given) {
        return new Secret(given.value().strip());
    }

    private static @Nullable String text(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }

    private static void note(List<String> missing, String name, @Nullable String value) {
        if (!isGiven(value)) {
            missing.add(name);
        }
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
