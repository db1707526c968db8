package dev.pupitre.identity;

import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.session.SessionDestroyedEvent;

/** A browser was logged out, or was silent for too long; whatever it keeps open is to be closed. */
final class LoginSessionEnded extends SessionDestroyedEvent {
    private final String id;

    LoginSessionEnded(String id) {
        super(id);
        this.id = id;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public List<SecurityContext> getSecurityContexts() {
        return List.of();
    }
}
