package dev.pupitre.engine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** In local mode the engine is a child process, unless {@code pupitre.engine.grpc-address} names another. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@Conditional(LocalBrokerConfiguration.NoEngineNamed.class)
@EnableConfigurationProperties(LocalProperties.class)
class LocalBrokerConfiguration {
    /** Closed after the client, which is made with its address. */
    @Bean(initMethod = "start", destroyMethod = "close")
    LocalBroker localBroker(LocalProperties properties) {
        return new LocalBroker(properties);
    }

    /** No engine is named in the settings. */
    static class NoEngineNamed extends NoneNestedConditions {
        NoEngineNamed() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        /** An engine is named in the settings. */
        @ConditionalOnProperty("pupitre.engine.grpc-address")
        static class EngineNamed {}
    }
}
