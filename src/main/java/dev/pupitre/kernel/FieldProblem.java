package dev.pupitre.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, such as {@code thresholds.idle}
 * @param message goes on where the field's name ends
 * @param code tells programs the kind, where they are to say it in words of their own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProblem(
        String field, String message, @Nullable String code) {
    public FieldProblem(String field, String message) {
        this(field, message, null);
    }

    @Override
    public String toString() {
        return field + " " + message;
    }
}
