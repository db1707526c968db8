package dev.pupitre.webhook;

import dev.pupitre.conversation.FirstHearings;
import dev.pupitre.conversation.Inbox;
import dev.pupitre.kernel.Secret;
import dev.pupitre.page.MetaApp;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The webhook behind a real web server, its neighbours mocked; not a component, so that no other test's scan finds it. */
@EnableAutoConfiguration(
        exclude = {
            DataMongoAutoConfiguration.class,
            DataMongoRepositoriesAutoConfiguration.class,
            MongoAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ComponentScan("dev.pupitre.webhook")
class WebhookSlice {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    MetaApp metaApp() {
        return new MetaApp("app-1", new Secret(WebhookClient.SECRET), new Secret("verify-me"));
    }

    @Bean
    Inbox inbox() {
        return Mockito.mock();
    }

    @Bean
    FirstHearings firstHearings() {
        return Mockito.mock(FirstHearings.class, call -> NOW);
    }

    @Bean
    Pages pages() {
        return Mockito.mock();
    }
}
