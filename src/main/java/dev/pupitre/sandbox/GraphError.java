package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refusal in the words and numbers of the Graph API. */
final class GraphError extends RuntimeException {
    static final int TEMPORARY = 2;
    private static final int UNKNOWN = 1;
    private static final int FORBIDDEN_HERE = 10;
    private static final int INVALID_PARAMETER = 100;
    private static final int TOKEN = 190;
    private static final int PERMISSION = 200;
    private static final int BLOCKED = 368;

    private final int status;
    private final int code;
    private final @Nullable Integer subcode;

    GraphError(int status, int code, @Nullable Integer subcode, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.subcode = subcode;
    }

    static GraphError of(int code, @Nullable Integer subcode, String message) {
        return new GraphError(statusOf(code), code, subcode, "(#%d) %s".formatted(code, message));
    }

    static GraphError invalidParameter(String message) {
        return of(INVALID_PARAMETER, null, message);
    }

    static GraphError invalidParameter(int subcode, String message) {
        return of(INVALID_PARAMETER, subcode, message);
    }

    static GraphError unknownObject(String id) {
        return new GraphError(
                400,
                INVALID_PARAMETER,
                33,
                ("Unsupported request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions,"
                                + " or does not support this operation")
                        .formatted(id));
    }

    static GraphError badToken() {
        return deadToken(null, "Invalid OAuth access token - Cannot parse access token");
    }

    static GraphError deadToken(@Nullable Integer subcode, String message) {
        return new GraphError(400, TOKEN, subcode, message);
    }

    static GraphError noPermission(String permission) {
        return of(PERMISSION, null, "Requires %s permission to manage the object".formatted(permission));
    }

    static GraphError outsideWindow() {
        return of(FORBIDDEN_HERE, 2018278, "This message is sent outside of allowed window.");
    }

    static GraphError ownedByAnotherApp() {
        return of(
                FORBIDDEN_HERE, 2018300, "Message failed to send because another app is controlling this thread now.");
    }

    static GraphError restrictedFromSending() {
        return of(FORBIDDEN_HERE, 1893063, "This Page is temporarily restricted from sending messages");
    }

    static GraphError blockedByPolicy() {
        return of(BLOCKED, null, "The action attempted has been deemed abusive or is otherwise disallowed");
    }

    static int statusOf(int code) {
        return code == UNKNOWN || code == TEMPORARY ? 500 : 400;
    }

    int status() {
        return status;
    }

    Answer answer() {
        var trace = "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        return new Answer(new Details(String.valueOf(getMessage()), "OAuthException", code, subcode, trace));
    }

    record Answer(Details error) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            String message,
            String type,
            int code,
            @JsonProperty("error_subcode") @Nullable Integer subcode,
            @JsonProperty("fbtrace_id") String trace) {}
}
