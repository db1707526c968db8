package dev.pupitre.kernel;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Says who a request's caller is by now: a login ends and rights change while a stream is open. */
public interface CallerCheck {
    /** Nobody once the session or the token is over, or its user may not come any more. */
    Optional<Caller> now(Authentication authentication);
}
