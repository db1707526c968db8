package dev.pupitre.privacy;

import dev.pupitre.WebAlone;
import dev.pupitre.conversation.Erasure;
import dev.pupitre.engine.Engine;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.page.MetaApp;
import dev.pupitre.page.Pages;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The room behind a real web server with a store of its own, its neighbours mocked; not a component of any other test. */
@WebAlone
@ComponentScan({"dev.pupitre.privacy", "dev.pupitre.kernel"})
@ConfigurationPropertiesScan("dev.pupitre.privacy")
class PrivacySlice {
    static final String SECRET = "the app's secret";

    @Bean
    TestDatabase database() {
        return new TestDatabase();
    }

    @Bean
    MongoTemplate mongo(TestDatabase database) {
        return database.template();
    }

    @Bean
    MetaApp metaApp() {
        return new MetaApp("app", new Secret(SECRET), new Secret("verify"));
    }

    @Bean
    Erasure erasure() {
        return Mockito.mock();
    }

    @Bean
    Pages pages() {
        return Mockito.mock();
    }

    @Bean
    Engine engine() {
        return Mockito.mock();
    }
}
