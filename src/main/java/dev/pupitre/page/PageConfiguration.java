package dev.pupitre.page;

import static java.util.Objects.requireNonNull;

import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the app and the Page from the settings, or says which are missing. */
@Configuration
class PageConfiguration {
    private final PageProperties settings;

    PageConfiguration(PageProperties settings) {
        var missing = settings.missing();
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "Expected the environment to name the Facebook Page and its app, but these variables are not set: "
                            + String.join(", ", missing));
        }
        this.settings = settings;
    }

    @Bean
    MetaApp metaApp() {
        var app = settings.app();
        return new MetaApp(requireNonNull(app.id()).strip(), secret(app.secret()), secret(app.verifyToken()));
    }

    @Bean
    Pages pages(MetaApp app) {
        var id = new PageId(requireNonNull(settings.id()).strip());
        var access = new PageAccess(id, secret(settings.token()), app.secret());
        return new Pages(List.of(new Page(id, settings.name(), settings.zone(), access)));
    }

    /** A secret that was read from a file mostly ends with a line break. */
    private static Secret secret(@Nullable Secret given) {
        return new Secret(requireNonNull(given).value().strip());
    }
}
