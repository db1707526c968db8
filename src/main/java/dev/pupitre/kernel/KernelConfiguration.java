package dev.pupitre.kernel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What every room relies on: the clock, and identifiers that are plain strings in documents and settings. */
@Configuration
class KernelConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Several threads, so that a sweep that waits for the store does not hold up the others. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix("scheduled-");
        return scheduler;
    }

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        var converters = new ArrayList<Object>();
        for (var identifier : IdentifierType.ALL) {
            converters.add(new ToDocument(identifier));
            converters.add(new FromDocument(identifier));
        }
        return new LenientConversions(converters);
    }

    @Bean
    @ConfigurationPropertiesBinding
    static Converter<String, Secret> secretFromSettings() {
        return new SecretFromSettings();
    }

    private static final class SecretFromSettings implements Converter<String, Secret> {
        @Override
        public Secret convert(String source) {
            return new Secret(source);
        }
    }

    private record IdentifierType(Class<?> type, Function<String, Object> read, Function<Object, String> write) {
        static final List<IdentifierType> ALL = List.of(
                of(ConversationId.class, ConversationId::new, ConversationId::value),
                of(MessageId.class, MessageId::new, MessageId::value),
                of(PageId.class, PageId::new, PageId::value),
                of(UserId.class, UserId::new, UserId::value),
                of(CampaignId.class, CampaignId::new, CampaignId::value));

        static <T> IdentifierType of(Class<T> type, Function<String, T> read, Function<T, String> write) {
            return new IdentifierType(type, read::apply, id -> write.apply(type.cast(id)));
        }
    }

    @WritingConverter
    private record ToDocument(IdentifierType identifier) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(identifier.type(), String.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : identifier.write().apply(source);
        }
    }

    @ReadingConverter
    private record FromDocument(IdentifierType identifier) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, identifier.type()));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : identifier.read().apply((String) source);
        }
    }
}
