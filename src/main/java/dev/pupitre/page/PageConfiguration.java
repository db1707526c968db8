package dev.pupitre.page;

import static java.util.Objects.requireNonNull;

import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.PageId;
import java.util.List;
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
        return new MetaApp(requireNonNull(app.id()), requireNonNull(app.secret()), requireNonNull(app.verifyToken()));
    }

    @Bean
    Pages pages(MetaApp app) {
        var id = new PageId(requireNonNull(settings.id()));
        var access = new PageAccess(id, requireNonNull(settings.token()), app.secret());
        return new Pages(List.of(new Page(id, settings.name(), settings.zone(), access)));
    }
}
