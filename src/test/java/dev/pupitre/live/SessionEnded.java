package dev.pupitre.live;

import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.session.SessionDestroyedEvent;

/** A session's end, as Spring Security tells it. */
final class SessionEnded extends SessionDestroyedEvent {
    SessionEnded(String session) {
        super(session);
    }

    @Override
    public List<SecurityContext> getSecurityContexts() {
        return List.of();
    }

    @Override
    public String getId() {
        return (String) getSource();
    }
}
