package dev.pupitre.graph;

import com.restfb.exception.ResponseErrorJsonParsingException;
import com.restfb.exception.generator.DefaultFacebookExceptionGenerator;
import java.util.Set;

/**
 * Takes an answer for an error only if it is one.
 *
 * <p>RestFB looks for the word in an answer's first 50 characters, and so takes what {@code debug_token} says of a token
 * that nobody knows for a failure of the call.
 */
final class TopLevelErrors extends DefaultFacebookExceptionGenerator {
    private static final Set<String> SIGNS = Set.of("error", "error_code", "error_type", "error_message");

    @Override
    protected void skipResponseStatusExceptionParsing(String json) throws ResponseErrorJsonParsingException {
        super.skipResponseStatusExceptionParsing(json);
        var answer = silentlyCreateObjectFromString(json);
        if (answer != null && answer.names().stream().noneMatch(SIGNS::contains)) {
            throw new ResponseErrorJsonParsingException();
        }
    }
}
