package dev.pupitre.graph;

import org.jspecify.annotations.Nullable;

/** The Graph API did not do what was asked: what kind of failure it is decides what happens next. */
public class GraphFailure extends RuntimeException {
    /** Told by code and subcode, never by text (messenger platform documentation, error codes). */
    public enum Kind {
        /** Not done and worth trying again soon. */
        TRANSIENT,
        /** The call may or may not have been done: only an echo can tell. */
        UNKNOWN_OUTCOME,
        /** Outside the time in which the Page may write to this customer. */
        WINDOW,
        /** The Page's token is dead: nothing can be sent until it is connected again. */
        TOKEN,
        /** What was asked is not allowed to the Page's token, which may do other things. */
        PERMISSION,
        /** The Page is restricted by Meta for a while. */
        PAGE_RESTRICTED,
        /** The customer cannot be reached. */
        RECIPIENT,
        /** Another application has the thread: it has to be taken first. */
        ELSEWHERE,
        /** The comment was answered privately before, by whomever. */
        ANSWERED_BEFORE,
        /** Meta no longer has the file under its id, or not whole: it may be uploaded once more. */
        ATTACHMENT_GONE,
        /** Refused for what was asked; asking again would not help. */
        REJECTED
    }

    private final Kind kind;
    private final @Nullable GraphReason reason;

    /** A failure of that kind, for one of the reasons that screens have words for. */
    public GraphFailure(Kind kind, GraphReason reason, @Nullable Throwable cause) {
        super(reason.sentence(), cause);
        this.kind = kind;
        this.reason = reason;
    }

    /**
     * A failure that has no more than a sentence.
     *
     * @param sentence says in plain words what happened; it never holds a secret
     */
    public GraphFailure(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.reason = null;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the reason, if it is one that screens have words for. */
    public @Nullable String code() {
        return reason == null ? null : reason.name();
    }

    /** What Meta's support asks for, and never a secret: code, subcode and {@code fbtrace_id}, or why there are none. */
    String trace() {
        return getCause() == null
                ? String.valueOf(getMessage())
                : String.valueOf(getCause().getMessage());
    }
}
