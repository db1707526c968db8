package dev.pupitre.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pupitre.kernel.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The tables that analysts change, each by the id of its decision. */
enum TableName {
    LISTENING("listening"),
    BUSINESS_HOURS("business-hours"),
    ROUTING("routing"),
    MESSAGING_POLICY("messaging-policy");

    private final String id;

    TableName(String id) {
        this.id = id;
    }

    /** @throws NotFound when there is no such table */
    @JsonCreator
    static TableName of(String id) {
        return Arrays.stream(values())
                .filter(table -> table.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchTable(id));
    }

    @JsonValue
    String id() {
        return id;
    }

    /** The table that comes with this version of Pupitre. */
    String packaged() {
        try {
            return new ClassPathResource("dmn/" + id + ".dmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected a readable table in dmn/", failure);
        }
    }

    @Override
    public String toString() {
        return id;
    }

    private static final class NoSuchTable extends NotFound {
        NoSuchTable(String id) {
            super("Expected one of the tables %s, but got %s"
                    .formatted(Arrays.stream(values()).map(TableName::id).collect(Collectors.joining(", ")), id));
        }
    }
}
