package dev.pupitre.engine;

import java.util.List;
import java.util.Map;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The ways between Java's values and those of the libraries that evaluate tables. */
final class ScalaValues {
    /** As {@code META-INF/services} tells the engine. */
    private static final ValueMapper MAPPER = new ValueMapper.CompositeValueMapper(
            CollectionConverters.asScala(List.<CustomValueMapper>of(new JavaValueMapper()))
                    .toList());

    private ScalaValues() {}

    static @Nullable Object java(Val value) {
        return MAPPER.unpackVal(value);
    }

    static <T> List<T> list(scala.collection.Iterable<T> values) {
        return List.copyOf(CollectionConverters.asJava(values.toSeq()));
    }

    @SuppressWarnings("unchecked")
    static scala.collection.immutable.Map<String, Object> map(Map<String, ? extends @Nullable Object> values) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala((Map<String, Object>) values));
    }

    @SuppressWarnings("unchecked")
    static scala.collection.immutable.Map<String, Object> with(
            scala.collection.immutable.Map<String, Object> values, String name, @Nullable Object value) {
        return (scala.collection.immutable.Map<String, Object>) values.updated(name, value);
    }
}
