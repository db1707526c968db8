package dev.pupitre.identity;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CallerCheck;
import dev.pupitre.kernel.TokenUse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Asks whether the session or token that a caller came with still counts, and what its user may do by now. */
@Component
class Credentials implements CallerCheck {
    private final ApiTokens tokens;
    private final LoginSessions sessions;
    private final Users users;

    Credentials(ApiTokens tokens, LoginSessions sessions, Users users) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
    }

    @Override
    public Optional<Caller> now(Authentication authentication) {
        return switch (authentication.getDetails()) {
            case TokenUse use ->
                tokens.byId(use.id())
                        .flatMap(token -> users.caller(token.user()).map(token::limited));
            case WebAuthenticationDetails login
            when login.getSessionId() != null ->
                sessions.byId(login.getSessionId()).flatMap(session -> users.caller(session.user()));
            case null, default -> Optional.empty();
        };
    }
}
