package dev.pupitre.conversation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** More bytes than are taken. */
public class FileTooLarge extends ErrorResponseException {
    FileTooLarge(long limit, Throwable cause) {
        super(HttpStatus.CONTENT_TOO_LARGE, problem(limit), cause);
    }

    private static ProblemDetail problem(long limit) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONTENT_TOO_LARGE, "Expected a file of at most " + readable(limit));
    }

    private static String readable(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes + " bytes";
    }
}
