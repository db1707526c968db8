package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Something that is to be known of every customer, as administrators have defined it.
 *
 * @param id under which values are kept, whatever it is called
 * @param choices of which one is to be chosen, where there are any
 */
record CustomerField(String id, String name, Kind kind, List<String> choices) {
    private static final int LONGEST = 500;

    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        CHOICE
    }

    CustomerField {
        choices = requireNonNullElse(choices, List.of());
    }

    /** The value in its one form; refuses what is none. */
    String checked(String value) {
        var text = value.strip();
        return switch (kind) {
            case TEXT -> text.length() <= LONGEST ? text : refuse("at most " + LONGEST + " characters");
            case NUMBER -> number(text);
            case DATE -> date(text);
            case CHOICE -> choices.contains(text) ? text : refuse("one of " + choices);
        };
    }

    private String number(String text) {
        try {
            return text.length() > LONGEST ? refuse("a number") : new BigDecimal(text).toString();
        } catch (NumberFormatException none) {
            return refuse("a number");
        }
    }

    private String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException none) {
            return refuse("a date such as 2026-11-21");
        }
    }

    private String refuse(String expected) {
        throw new InvalidInput("fields." + id, "Expected " + expected);
    }
}
