package dev.pupitre.graph;

import com.restfb.exception.FacebookException;
import com.restfb.exception.FacebookGraphException;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.GraphHttp.UnreadableAnswer;
import dev.pupitre.kernel.Secret;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what went wrong whether the call was done, and why not.
 *
 * <p>Only two things prove that a message was not sent: no connection was opened, or something refused the request. An
 * HTTP status from 500 on without a Graph error proves nothing, as a gateway says so, too, when the answer of an
 * application that had done its work got lost.
 */
final class GraphFailures {
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    private GraphFailures() {}

    static GraphFailure of(FacebookException failure, @Nullable Secret token) {
        return failure instanceof FacebookGraphException error
                ? refused(error, token)
                : unanswered(Objects.requireNonNullElse(failure.getCause(), failure));
    }

    static GraphFailure withoutId() {
        return new GraphFailure(Kind.UNKNOWN_OUTCOME, GraphReason.NOT_CONFIRMED, null);
    }

    private static GraphFailure unanswered(Throwable cause) {
        return switch (cause) {
            case UnreadableAnswer answer -> unreadable(answer);
            case ConnectException _, HttpConnectTimeoutException _, NoRouteToHostException _, UnknownHostException _ ->
                new GraphFailure(Kind.TRANSIENT, GraphReason.FACEBOOK_UNREACHABLE, cause);
            case SSLHandshakeException _ -> new GraphFailure(Kind.TRANSIENT, GraphReason.FACEBOOK_UNREACHABLE, cause);
            // Without the cause, which repeats the token.
            case IllegalArgumentException _ -> new GraphFailure(Kind.TOKEN, GraphReason.TOKEN_UNUSABLE, null);
            default -> new GraphFailure(Kind.UNKNOWN_OUTCOME, GraphReason.NOT_CONFIRMED, cause);
        };
    }

    private static GraphFailure unreadable(UnreadableAnswer answer) {
        if (answer.status() >= 500) {
            return new GraphFailure(Kind.UNKNOWN_OUTCOME, GraphReason.NOT_CONFIRMED, answer);
        }
        if (NOT_NOW.contains(answer.status())) {
            return new GraphFailure(Kind.TRANSIENT, GraphReason.FACEBOOK_UNREACHABLE, answer);
        }
        return new GraphFailure(Kind.REJECTED, GraphReason.REFUSED_BY_ADDRESS, answer);
    }

    private static GraphFailure refused(FacebookGraphException error, @Nullable Secret token) {
        var code = Objects.requireNonNullElse(error.getErrorCode(), 0);
        var meaning = GraphErrors.of(code, error.getErrorSubcode(), Boolean.TRUE.equals(error.getIsTransient()));
        return new GraphFailure(meaning.kind(), meaning.reason(), new GraphRefusal(describe(error, token)));
    }

    /** Meta repeats a malformed token in its text, and RestFB repeats Meta's text. */
    private static String describe(FacebookGraphException error, @Nullable Secret token) {
        var text = "Graph error %s/%s, fbtrace_id %s: %s"
                .formatted(
                        error.getErrorCode(), error.getErrorSubcode(), error.getFbtraceId(), error.getErrorMessage());
        return token == null ? text : text.replace(token.value(), token.toString());
    }

    /** The error as Meta told it, for those who look after the service. */
    static final class GraphRefusal extends RuntimeException {
        GraphRefusal(@Nullable String text) {
            super(text);
        }
    }
}
