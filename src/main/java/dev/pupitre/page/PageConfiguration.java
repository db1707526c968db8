package dev.pupitre.page;

import static java.util.Objects.requireNonNull;

import dev.pupitre.kernel.CannotStart;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Makes the app and the keys from the settings, or says what is missing. */
@Configuration
class PageConfiguration {
    private final PageProperties settings;

    PageConfiguration(PageProperties settings) {
        var missing = settings.missing();
        if (!missing.isEmpty()) {
            throw new CannotStart("Expected the environment to name the Meta app%s, but these variables are not set: %s"
                    .formatted(settings.namesPage() ? " and the Facebook Page" : "", String.join(", ", missing)));
        }
        this.settings = settings;
    }

    @Bean
    MetaApp metaApp() {
        var app = settings.app();
        return new MetaApp(
                requireNonNull(app.id()).strip(),
                PageProperties.stripped(requireNonNull(app.secret())),
                PageProperties.stripped(requireNonNull(app.verifyToken())));
    }

    @Bean
    TokenCipher tokenCipher(Environment environment, @Value("${pupitre.local.directory:.local}") Path directory) {
        var named = TokenKeys.named(settings.tokenKeys());
        return new TokenCipher(
                named.isEmpty() && environment.acceptsProfiles(Profiles.of("local"))
                        ? TokenKeys.keptIn(directory.resolve("page-token.key"))
                        : named);
    }
}
