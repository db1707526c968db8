package dev.pupitre.identity;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What only a person who is logged in may do: a token that gets into wrong hands must open no way in. */
final class BrowserLogin {
    private BrowserLogin() {}

    /** The session's id; refused to a program. */
    static String session(Authentication authentication) {
        if (authentication.getDetails() instanceof WebAuthenticationDetails details && details.getSessionId() != null) {
            return details.getSessionId();
        }
        throw new AccessDeniedException("Expected a login by browser: a token does not do");
    }
}
