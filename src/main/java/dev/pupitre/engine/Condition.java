package dev.pupitre.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell of a table takes, as far as that can be told without asking it. */
public sealed interface Condition {
    /** Takes whatever there is. */
    record Anything() implements Condition {}

    /** Takes what one of these takes. */
    record OneOf(List<Part> parts) implements Condition {}

    /** Takes what none of these takes, of the same type. */
    record NoneOf(List<Part> parts) implements Condition {}

    /** Nobody can tell: it is not FEEL, or depends on more than its input. */
    record Unclear() implements Condition {}

    /** A part of a condition. */
    sealed interface Part {}

    /**
     * Values from one to another; a single value where both are the same.
     *
     * @param from a text, a number, a date or a time; null where there is no such bound
     * @param to of the same type; null where there is no such bound
     */
    record Span(
            @Nullable Comparable<?> from,
            boolean fromIncluded,
            @Nullable Comparable<?> to,
            boolean toIncluded) implements Part {
        static Span of(Comparable<?> value) {
            return new Span(value, true, value, true);
        }

        /** Of what is compared; the two bounds are of one type. */
        public Class<?> type() {
            var bound = from == null ? to : from;
            if (bound == null) {
                throw new IllegalStateException("Expected a span with a bound, but it has none");
            }
            return bound.getClass();
        }

        public boolean isOneValue() {
            return from != null && from.equals(to);
        }

        /** Whether it ends before it begins. */
        public boolean isEmpty() {
            if (from == null || to == null) {
                return false;
            }
            var order = compare(from, to);
            return order > 0 || (order == 0 && !(fromIncluded && toIncluded));
        }

        /** This one, and what follows it without a gap. */
        private Span with(Span next) {
            return ends(this, next) ? this : new Span(from, fromIncluded, next.to, next.toIncluded);
        }

        /** Whether nothing is left out between this one and one that begins later, or together with it. */
        private boolean reaches(Span next) {
            if (to == null || next.from == null) {
                return true;
            }
            var order = compare(next.from, to);
            return order < 0 || (order == 0 && (toIncluded || next.fromIncluded));
        }

        private static int byBegin(Span one, Span other) {
            return begins(one, other) ? (begins(other, one) ? 0 : -1) : 1;
        }

        boolean covers(Span other) {
            return type() == other.type() && begins(this, other) && ends(this, other);
        }

        /** Whether a value may be in both. */
        public boolean meets(Span other) {
            return type() == other.type() && !isBefore(this, other) && !isBefore(other, this);
        }

        private static boolean begins(Span one, Span other) {
            if (one.from == null || other.from == null) {
                return one.from == null;
            }
            var order = compare(one.from, other.from);
            return order < 0 || (order == 0 && (one.fromIncluded || !other.fromIncluded));
        }

        private static boolean ends(Span one, Span other) {
            if (one.to == null || other.to == null) {
                return one.to == null;
            }
            var order = compare(one.to, other.to);
            return order > 0 || (order == 0 && (one.toIncluded || !other.toIncluded));
        }

        private static boolean isBefore(Span one, Span other) {
            if (one.to == null || other.from == null) {
                return false;
            }
            var order = compare(one.to, other.from);
            return order < 0 || (order == 0 && !(one.toIncluded && other.fromIncluded));
        }

        @SuppressWarnings("unchecked")
        private static int compare(Comparable<?> one, Comparable<?> other) {
            return ((Comparable<Object>) one).compareTo(other);
        }
    }

    /** A test that is no comparison; the same words are the same test. */
    record Words(String test) implements Part {
        private static final String NOT = "not ";

        /** Takes what the test is false about, and not what it is null about. */
        static Words not(Object test) {
            return new Words(NOT + test);
        }

        public boolean isNegated() {
            return test.startsWith(NOT);
        }
    }

    /** Takes what any of them takes, with spans that follow each other without a gap as one. */
    static OneOf together(List<? extends Condition> conditions) {
        var parts = new ArrayList<Part>();
        conditions.stream()
                .<Part>mapMulti((condition, taken) -> {
                    if (condition instanceof OneOf(var some)) {
                        some.forEach(taken);
                    }
                })
                .forEach(parts::add);
        var spans = new HashMap<Class<?>, List<Span>>();
        parts.stream()
                .<Span>mapMulti((part, taken) -> {
                    if (part instanceof Span span && !span.isEmpty()) {
                        taken.accept(span);
                    }
                })
                .forEach(span -> spans.computeIfAbsent(span.type(), _ -> new ArrayList<>())
                        .add(span));
        parts.removeIf(Span.class::isInstance);
        spans.values().forEach(some -> parts.addAll(joined(some)));
        return new OneOf(List.copyOf(parts));
    }

    /** Of one type; what would have no bound at all any more stays two. */
    private static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        spans.stream().sorted(Span::byBegin).forEach(next -> {
            if (!joined.isEmpty()
                    && joined.getLast().reaches(next)
                    && (joined.getLast().from() != null || next.to() != null)) {
                joined.add(joined.removeLast().with(next));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }

    /** Whether whatever the other takes is taken by this one, too. True only where that is certain. */
    default boolean covers(Condition other) {
        return switch (this) {
            case Anything _ -> true;
            case Unclear _ -> false;
            case OneOf mine -> other instanceof OneOf(var parts) && takesAll(mine.parts(), parts);
            case NoneOf(var mine) ->
                switch (other) {
                    case NoneOf(var parts) ->
                        mine.stream().allMatch(part -> parts.stream().anyMatch(wider -> covers(wider, part)));
                    case OneOf(var parts) ->
                        parts.stream().allMatch(part -> mine.stream().allMatch(left -> isApart(left, part)));
                    case Anything _, Unclear _ -> false;
                };
        };
    }

    private static boolean takesAll(List<Part> some, List<Part> others) {
        for (var other : others) {
            if (!takes(some, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(List<Part> some, Part other) {
        for (var one : some) {
            if (covers(one, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Part one, Part other) {
        return switch (one) {
            case Span span -> other instanceof Span narrower && span.covers(narrower);
            case Words _ -> one.equals(other);
        };
    }

    /** Of the same type, and with no value in common. */
    private static boolean isApart(Part one, Part other) {
        return one instanceof Span span
                && other instanceof Span second
                && span.type() == second.type()
                && !span.meets(second);
    }

    /** Whether a value that both take is known for certain. */
    default boolean meets(Condition other) {
        if (this instanceof Anything || other instanceof Anything) {
            return !(this instanceof Unclear) && !(other instanceof Unclear);
        }
        if (this instanceof OneOf(var mine) && other instanceof OneOf(var theirs)) {
            return meet(mine, theirs);
        }
        return covers(other) || other.covers(this);
    }

    /** Large tables ask this of each two rows. */
    private static boolean meet(List<Part> some, List<Part> others) {
        for (var one : some) {
            for (var other : others) {
                if (one instanceof Span span && other instanceof Span with && span.meets(with)) {
                    return true;
                }
            }
        }
        return false;
    }
}
