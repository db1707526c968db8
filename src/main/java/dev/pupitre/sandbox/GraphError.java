package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refusal in the words and numbers of the Graph API. */
final class GraphError extends RuntimeException {
    static final int TEMPORARY = 2;
    private static final int UNKNOWN = 1;
    private static final int INVALID_PARAMETER = 100;
    private static final int TOKEN = 190;

    private final int status;
    private final int code;
    private final @Nullable Integer subcode;

    GraphError(int status, int code, @Nullable Integer subcode, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.subcode = subcode;
    }

    static GraphError invalidParameter(String message) {
        return new GraphError(400, INVALID_PARAMETER, null, "(#100) " + message);
    }

    static GraphError invalidParameter(int subcode, String message) {
        return new GraphError(400, INVALID_PARAMETER, subcode, "(#100) " + message);
    }

    static GraphError unknownObject(String id) {
        return new GraphError(
                400,
                INVALID_PARAMETER,
                33,
                "Unsupported request. Object with ID '%s' does not exist or cannot be loaded".formatted(id));
    }

    static GraphError badToken() {
        return new GraphError(400, TOKEN, null, "Invalid OAuth access token - Cannot parse access token");
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
