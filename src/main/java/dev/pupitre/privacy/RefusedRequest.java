package dev.pupitre.privacy;

/** A call in Meta's name that is not taken, and why. */
class RefusedRequest extends Exception {
    /** The closed list of reasons, each told to the caller in these words. */
    enum Reason {
        TOO_LARGE("Expected a form of at most 16 KB"),
        BROKEN_OFF("Expected the whole form, but it broke off"),
        MISSING("Expected a form with the field signed_request"),
        MALFORMED("Expected a signature, a dot and a JSON object, the first and the last in base64url"),
        WRONG_SIGNATURE("Expected a signature made with this app's secret"),
        OTHER_ALGORITHM("Expected the algorithm HMAC-SHA256"),
        NO_PERSON("Expected the id of a person in user_id");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    RefusedRequest(Reason reason) {
        super(reason.words);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
