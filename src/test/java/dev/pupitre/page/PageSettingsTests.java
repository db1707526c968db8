package dev.pupitre.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.TestDatabase;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;

class PageSettingsTests {
    private static final Map<String, Object> ENVIRONMENT = Map.of(
            "PUPITRE_PAGE_ID", "4711",
            "PUPITRE_PAGE_TOKEN", "EAAB\n",
            "PUPITRE_PAGE_APP_ID", "1234",
            "PUPITRE_PAGE_APP_SECRET", "secret",
            "PUPITRE_PAGE_APP_VERIFY_TOKEN", "verify-me");

    @Test
    void connectsThePageThatTheEnvironmentNames() {
        start(ENVIRONMENT).run(context -> {
            var page = context.getBean(Pages.class).find(new PageId("4711")).orElseThrow();

            assertThat(page.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
            assertThat(page.access().token()).isEqualTo(new Secret("EAAB"));
            assertThat(page.access().appSecret()).isEqualTo(new Secret("secret"));
            assertThat(context.getBean(MetaApp.class))
                    .isEqualTo(new MetaApp("1234", new Secret("secret"), new Secret("verify-me")));
            assertThat(context.getBean(Pages.class).find(new PageId("4712"))).isEmpty();
        });
    }

    @Test
    void startsWithTheAppAloneAsPagesAreThenConnectedByBrowser() {
        start(without("PUPITRE_PAGE_ID", "PUPITRE_PAGE_TOKEN"))
                .run(context -> assertThat(context.getBean(Pages.class).all()).isEmpty());
    }

    @Test
    void takesKeysOnly() {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put("PUPITRE_PAGE_TOKEN_KEYS", "bXVjaCB0b28gc2hvcnQ=");

        start(environment)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessage("Expected PUPITRE_PAGE_TOKEN_KEYS to be keys of 32 bytes in base64, with commas"
                                + " between them (openssl rand -base64 32 makes one), but one of them is not one"));
    }

    @Test
    void saysInOneSentenceWhatIsMissing() {
        var incomplete = ENVIRONMENT.entrySet().stream()
                .filter(variable -> !variable.getKey().equals("PUPITRE_PAGE_TOKEN"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        variable -> variable.getKey().equals("PUPITRE_PAGE_APP_SECRET") ? "" : variable.getValue()));

        start(incomplete)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessage("Expected the environment to name the Meta app and the Facebook Page,"
                                + " but these variables are not set: PUPITRE_PAGE_TOKEN, PUPITRE_PAGE_APP_SECRET"));
    }

    @Test
    void namesEveryVariableOfTheAppWhenNoneIsSet() {
        start(Map.of())
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("Expected the environment to name the Meta app, but these variables are not set:"
                                + " PUPITRE_PAGE_APP_ID, PUPITRE_PAGE_APP_SECRET, PUPITRE_PAGE_APP_VERIFY_TOKEN"));
    }

    @Test
    void neverShowsASecret() {
        start(ENVIRONMENT)
                .run(context -> assertThat(context.getBean(PageProperties.class).toString()
                                + context.getBean(MetaApp.class)
                                + context.getBean(Pages.class).all())
                        .doesNotContain("EAAB", "secret]", "secret,", "verify-me"));
    }

    private static Map<String, Object> without(String... names) {
        var environment = new HashMap<>(ENVIRONMENT);
        List.of(names).forEach(environment::remove);
        return environment;
    }

    private static ApplicationContextRunner start(Map<String, Object> environment) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .withUserConfiguration(Settings.class);
    }

    @EnableConfigurationProperties(PageProperties.class)
    @Import({PageConfiguration.class, Pages.class, KnownPages.class, PageStore.class, PageTokens.class, PageTraces.class
    })
    static class Settings {
        @Bean
        TestDatabase database() {
            return new TestDatabase();
        }

        @Bean
        MongoTemplate mongo(TestDatabase database) {
            return database.template();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @ConfigurationPropertiesBinding
        static Converter<String, Secret> secrets() {
            return new Converter<>() {
                @Override
                public Secret convert(String source) {
                    return new Secret(source);
                }
            };
        }
    }
}
