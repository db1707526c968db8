package dev.pupitre.engine;

import java.time.format.DateTimeFormatter;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/** What a table was asked, as it is kept with a decision. */
final class TableInputs {
    /** A long message is known by how it begins: longer than what the tables are asked it is not. */
    private static final int LONGEST = 200;

    private static final String CUT = "…";

    private TableInputs() {}

    /** Dates and times are texts, as they stand in the facts. */
    static @Nullable Object plain(@Nullable Val value) {
        return switch (value) {
            case null -> null;
            case ValString text -> shortened(text.value());
            case ValBoolean bool -> bool.value();
            case ValNumber number -> number.value().doubleValue();
            case ValDate date -> date.value().toString();
            case ValLocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time.value());
            default -> null;
        };
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + CUT;
    }

    /** People end their own words so, too; only what was cut is as long. */
    static boolean isCut(String text) {
        return text.endsWith(CUT) && text.codePointCount(0, text.length()) == LONGEST + CUT.length();
    }
}
