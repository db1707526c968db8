package dev.pupitre.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a table, or looks so.
 *
 * @param row the first is 1; null where it is about the whole table
 * @param column the first input is 1, outputs follow the inputs; null where it is about a whole row
 * @param line of the file
 * @param message in English; screens have words of their own for the code and its parameters
 */
record Finding(
        Severity severity,
        Code code,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable Integer line,
        String message,
        Map<String, Object> params) {
    /** An error blocks deploying; a warning has to be seen. */
    enum Severity {
        ERROR,
        WARNING;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is about. */
    enum Code {
        /** The cell is no FEEL. */
        FEEL,
        UNKNOWN_FUNCTION,
        /** A word without quotes that no input has as its name, so that it is always null. */
        UNKNOWN_NAME,
        EMPTY_OUTPUT,
        /** An output says something of another type than its column's. */
        WRONG_TYPE,
        /** An input is compared with something of another type, so that the cell never matches. */
        WRONG_INPUT_TYPE,
        UNKNOWN_CAMPAIGN,
        UNKNOWN_TEAM,
        UNKNOWN_AGENT,
        UNKNOWN_PAGE,
        /** None of the values that the output may have. */
        UNKNOWN_VALUE,
        /** The target is a team, or an agent, and the row names none. */
        MISSING_NAME,
        /** A team or an agent is named that the target does not mean. */
        IDLE_NAME,
        /** The row lets what nobody has written go with the tag that is for people. */
        AUTOMATIC_TAG,
        NO_CATCH_ALL,
        /** An earlier row takes all that this one would. */
        NEVER_REACHED,
        /** Earlier rows together take all that this one would. */
        NEVER_REACHED_BEHIND,
        /** A range ends before it begins. */
        EMPTY_RANGE,
        /** A regular expression that is none, so that the cell never fits. */
        BAD_PATTERN,
        /** A text is compared in other letters than the input is asked in. */
        OTHER_LETTERS,
        /** Words meet lower case only, and the input is asked as it came. */
        LOWER_CASE_ONLY,
        /** The cell takes what lacks some words, but not what is not there at all. */
        NOTHING_LEFT_OUT,
        /** The hours after midnight are those of the same day. */
        NIGHT_OF_A_DAY,
        /** Two rows open the same hours. */
        HOURS_OVERLAP,
        /** Between two rows the desk is closed for a minute or less. */
        HOURS_GAP,
        /** Between two stretches of one row, or at midnight, the desk is closed for a minute or less. */
        HOURS_GAP_INSIDE,
        /** A cell asks for the time without naming one, so that nobody can read off when its answer changes. */
        HOURS_UNREAD,
        /** A campaign's schedule that no row opens or names. */
        NO_HOURS,
        /** How many pairs of rows there are of either kind that are not told. */
        HOURS_MORE,
        /** The engine does not take the file, for a reason that is at none of the cells. */
        ENGINE
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
