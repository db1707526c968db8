package dev.pupitre.identity;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.identity.LoginSessions.LoginSession;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers that are logged in: one's own, and for administrators everybody's. */
@RestController
@RequestMapping("/api/v1")
class SessionsController {
    /** @param current whether it is the one that asks */
    record Session(
            String id,
            Instant openedAt,
            Instant lastSeenAt,
            @Nullable String address,
            @Nullable String browser,
            boolean current) {
        static Session of(LoginSession session, @Nullable String present) {
            return new Session(
                    session.id(),
                    session.openedAt(),
                    session.lastSeenAt(),
                    session.address(),
                    session.browser(),
                    session.id().equals(present));
        }
    }

    private final LoginSessions sessions;

    SessionsController(LoginSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/me/sessions")
    List<Session> own(@AuthenticationPrincipal Caller caller, Authentication login) {
        var present = BrowserLogin.session(login);
        return sessions.of(caller.id()).stream()
                .map(session -> Session.of(session, present))
                .toList();
    }

    @DeleteMapping("/me/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOwn(@AuthenticationPrincipal Caller caller, Authentication login, @PathVariable String session) {
        BrowserLogin.session(login);
        end(caller.id(), session);
    }

    @DeleteMapping("/me/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(@AuthenticationPrincipal Caller caller, Authentication login) {
        sessions.endAllBut(caller.id(), BrowserLogin.session(login));
    }

    @GetMapping("/users/{id}/sessions")
    @ForAdministrators
    List<Session> of(@PathVariable UserId id) {
        return sessions.of(id).stream()
                .map(session -> Session.of(session, null))
                .toList();
    }

    @DeleteMapping("/users/{id}/sessions/{session}")
    @ForAdministrators
    @Audited(Act.SESSIONS_ENDED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UserId id, @PathVariable String session) {
        if (!sessions.endOne(id, session)) {
            throw new NoSuchSession();
        }
    }

    @DeleteMapping("/users/{id}/sessions")
    @ForAdministrators
    @Audited(Act.SESSIONS_ENDED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(@PathVariable UserId id) {
        sessions.endAllOf(id);
    }

    private static final class NoSuchSession extends NotFound {
        NoSuchSession() {
            super("Expected a session of this user, but there is none of that id");
        }
    }
}
