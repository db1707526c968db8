package dev.pupitre.graph;

import com.restfb.json.JsonObject;

/** Says in plain words why a token is dead, by Meta's subcode (handling errors, authentication error subcodes). */
final class TokenProblems {
    private TokenProblems() {}

    static String of(JsonObject error) {
        return switch (error.getInt("subcode", error.getInt("error_subcode", 0))) {
            case 458 -> "The person who connected the Page has removed the app from their Facebook account";
            case 459, 490 ->
                "Facebook wants to check the account of the person who connected the Page: they have to log in to Facebook";
            case 460 -> "The person who connected the Page has changed their Facebook password";
            case 463 -> "The Page's access token has expired";
            case 464 -> "The Facebook account of the person who connected the Page is not confirmed";
            case 492 -> "The person who connected the Page no longer has a role on it";
            default -> "Facebook no longer accepts the Page's access token";
        };
    }
}
