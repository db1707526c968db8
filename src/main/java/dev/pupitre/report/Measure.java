package dev.pupitre.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long something took.
 *
 * @param count how often it was measured; the rest, in seconds, is null where it was not
 * @param p50 half took no longer
 * @param p90 nine of ten took no longer
 */
record Measure(
        int count,
        @Nullable Integer average,
        @Nullable Integer p50,
        @Nullable Integer p90) {
    static final Measure NONE = new Measure(0, null, null, null);

    private static final int HALF = 50;
    private static final int NINE_OF_TEN = 90;

    /** Takes values one after the other. */
    static final class Collector {
        private static final int FIRST = 16;

        private int[] values = new int[FIRST];
        private int count;
        private long sum;

        void add(@Nullable Integer value) {
            if (value != null) {
                if (count == values.length) {
                    values = Arrays.copyOf(values, 2 * count);
                }
                values[count++] = value;
                sum += value;
            }
        }

        Measure measure() {
            if (count == 0) {
                return NONE;
            }
            var sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return new Measure(
                    count,
                    Math.toIntExact(Math.round((double) sum / count)),
                    at(sorted, HALF),
                    at(sorted, NINE_OF_TEN));
        }

        /** The nearest rank. */
        private static int at(int[] sorted, int percent) {
            return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
        }
    }
}
