package dev.pupitre.webhook;

import dev.pupitre.WebAlone;
import dev.pupitre.conversation.FirstHearings;
import dev.pupitre.conversation.Inbox;
import dev.pupitre.kernel.Secret;
import dev.pupitre.page.MetaApp;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The webhook behind a real web server, its neighbours mocked; not a component, so that no other test's scan finds it. */
@WebAlone
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
