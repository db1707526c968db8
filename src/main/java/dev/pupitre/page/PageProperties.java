package dev.pupitre.page;

import dev.pupitre.kernel.Secret;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one connected Page and the Meta app that it is connected with, {@code pupitre.page.*}.
 *
 * @param zone tells weekday and local time for the tables
 */
@ConfigurationProperties("pupitre.page")
record PageProperties(
        @Nullable String id,
        @DefaultValue("Facebook Page") String name,
        @Nullable Secret token,
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue App app) {

    record App(
            @Nullable String id,
            @Nullable Secret secret,
            @Nullable Secret verifyToken) {}

    /** The names in the environment of what has to be given, but is not; an empty value is what compose files make of nothing. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        note(missing, "PUPITRE_PAGE_ID", id);
        note(missing, "PUPITRE_PAGE_TOKEN", text(token));
        note(missing, "PUPITRE_PAGE_APP_ID", app.id());
        note(missing, "PUPITRE_PAGE_APP_SECRET", text(app.secret()));
        note(missing, "PUPITRE_PAGE_APP_VERIFY_TOKEN", text(app.verifyToken()));
        return missing;
    }

    private static @Nullable String text(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }

    private static void note(List<String> missing, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(name);
        }
    }
}
