package dev.pupitre.kernel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Reads documents that a later version of Pupitre wrote: see {@link Growing}. */
final class LenientConversions extends MongoCustomConversions {
    LenientConversions(List<?> converters) {
        super(with(converters));
    }

    private static List<?> with(List<?> converters) {
        var all = new ArrayList<Object>(converters);
        all.add(new FromNames());
        return all;
    }

    /** The conversions know pairs of classes only, and not that one of them stands for all its enumerations. */
    @Override
    public boolean hasCustomReadTarget(Class<?> source, Class<?> target) {
        return (source == String.class && Growing.class.isAssignableFrom(target))
                || super.hasCustomReadTarget(source, target);
    }

    @ReadingConverter
    private static final class FromNames implements ConverterFactory<String, Growing> {
        @Override
        public <T extends Growing> Converter<String, T> getConverter(Class<T> type) {
            var constants = Arrays.stream(requireNonNull(type.getEnumConstants(), "Expected an enumeration"))
                    .collect(Collectors.toMap(one -> ((Enum<?>) one).name(), Function.identity()));
            var unknown = requireNonNull(
                    constants.get(Growing.UNKNOWN),
                    () -> "Expected %s to have a constant %s, but it has none".formatted(type, Growing.UNKNOWN));
            return name -> constants.getOrDefault(name, unknown);
        }
    }
}
