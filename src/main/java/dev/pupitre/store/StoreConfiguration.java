package dev.pupitre.store;

import com.mongodb.ConnectionString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** In local mode the store is embedded, unless {@code spring.mongodb.uri} names a MongoDB to use instead. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@Conditional(StoreConfiguration.WithoutMongoDb.class)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {
    private static final String DATABASE = "pupitre";

    /** Made before the client that connects to it, so closed after it. */
    @Bean(destroyMethod = "close")
    EmbeddedStore embeddedStore(StoreProperties properties) {
        return new EmbeddedStore(properties);
    }

    @Bean
    MongoConnectionDetails embeddedStoreConnection(EmbeddedStore store) {
        ConnectionString address = new ConnectionString(store.uri(DATABASE));
        return () -> address;
    }

    /** No MongoDB is named in the settings. */
    static class WithoutMongoDb implements Condition {
        private static final Logger log = LoggerFactory.getLogger(WithoutMongoDb.class);

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            if (StringUtils.hasText(context.getEnvironment().getProperty("spring.mongodb.uri"))) {
                log.info("The embedded store stays off: spring.mongodb.uri names a MongoDB");
                return false;
            }
            return true;
        }
    }
}
