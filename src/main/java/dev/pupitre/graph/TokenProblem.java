package dev.pupitre.graph;

import com.restfb.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a token is dead, by Meta's subcode (handling errors, authentication error subcodes): screens have words for the
 * name, and everybody else reads the sentence.
 */
public enum TokenProblem {
    TOKEN_APP_REMOVED("The person who connected the Page has removed the app from their Facebook account"),
    TOKEN_CHECKPOINT(
            "Facebook wants to check the account of the person who connected the Page: they have to log in to Facebook"),
    TOKEN_PASSWORD_CHANGED("The person who connected the Page has changed their Facebook password"),
    TOKEN_EXPIRED("The Page's access token has expired"),
    TOKEN_UNCONFIRMED("The Facebook account of the person who connected the Page is not confirmed"),
    TOKEN_NO_ROLE("The person who connected the Page no longer has a role on it"),
    TOKEN_FOREIGN("The Page's access token belongs to another app"),
    TOKEN_NOT_ACCEPTED("Facebook no longer accepts the Page's access token");

    private final String sentence;

    TokenProblem(String sentence) {
        this.sentence = sentence;
    }

    static TokenProblem of(JsonObject error) {
        return switch (error.getInt("subcode", error.getInt("error_subcode", 0))) {
            case 458 -> TOKEN_APP_REMOVED;
            case 459, 490 -> TOKEN_CHECKPOINT;
            case 460 -> TOKEN_PASSWORD_CHANGED;
            case 463 -> TOKEN_EXPIRED;
            case 464 -> TOKEN_UNCONFIRMED;
            case 492 -> TOKEN_NO_ROLE;
            default -> TOKEN_NOT_ACCEPTED;
        };
    }

    /** The one that this sentence tells of, as it is kept with a Page. */
    public static Optional<TokenProblem> told(@Nullable String sentence) {
        return Arrays.stream(values())
                .filter(problem -> problem.sentence.equals(sentence))
                .findFirst();
    }

    public String sentence() {
        return sentence;
    }
}
