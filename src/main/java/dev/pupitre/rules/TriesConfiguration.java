package dev.pupitre.rules;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long tables may be tried, and by whom. */
@Configuration(proxyBeanMethods = false)
class TriesConfiguration {
    /** Those of people, who wait for the answer. */
    @Bean
    Tries tries() {
        return new Tries(Duration.ofSeconds(10));
    }

    /**
     * Those of planned changes: apart from people's, which a table of somebody else may hold up, and shorter than a job
     * is given out for.
     */
    @Bean(defaultCandidate = false)
    Tries planTries() {
        return new Tries(Duration.ofSeconds(20));
    }
}
