package dev.pupitre.store;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * How long a request waits for a store that does not answer: Meta sends again after twenty seconds, so that "not now"
 * has to come well before.
 */
@Configuration(proxyBeanMethods = false)
class StorePatience {
    private static final int FINDING_A_SERVER = 3;
    private static final int CONNECTING = 2;
    private static final int READING_AN_ANSWER = 10;

    /** Before the address is applied: what its options say holds. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer storeTimeouts() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(FINDING_A_SERVER, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECTING, TimeUnit.SECONDS)
                        .readTimeout(READING_AN_ANSWER, TimeUnit.SECONDS));
    }
}
