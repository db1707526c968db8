package dev.pupitre.page;

import dev.pupitre.kernel.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Who connects Pages, and in which login: what comes back from Facebook has to come back to that login. */
record Visitor(UserId user, @Nullable String session) {
    static Visitor of(Authentication login) {
        return new Visitor(
                new UserId(login.getName()),
                login.getDetails() instanceof WebAuthenticationDetails details ? details.getSessionId() : null);
    }
}
