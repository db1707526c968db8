package dev.pupitre.conversation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The line of the transcript that says how a conversation got from hand to hand. */
public final class HandingOn {
    /** Why others get what nobody handed on. */
    public enum Why {
        /** The agent did not look at it in time. */
        NOT_OPENED,
        /** The agent is not there any more, or not among those it is for. */
        LEFT
    }

    private HandingOn() {}

    /** @param from the name of the agent who had it; none where it waited */
    static Happening by(@Nullable Author by, @Nullable String note, Target target, @Nullable String from) {
        var values = to(target, from);
        put(values, "by", by == null ? null : by.name());
        put(values, "note", note);
        return new Happening(Happening.Type.TRANSFERRED, values);
    }

    static Happening because(Why why, Target target, @Nullable String from) {
        var values = to(target, from);
        values.put("why", why.name());
        return new Happening(Happening.Type.TRANSFERRED, values);
    }

    static Happening takenOver(String by, @Nullable String from) {
        var values = new TreeMap<String, String>();
        values.put("by", by);
        put(values, "from", from);
        return new Happening(Happening.Type.TAKEN_OVER, values);
    }

    private static Map<String, String> to(Target target, @Nullable String from) {
        var values = new TreeMap<String, String>();
        values.put("to", target.kind().name());
        put(values, "id", target.id());
        put(values, "from", from);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }
}
