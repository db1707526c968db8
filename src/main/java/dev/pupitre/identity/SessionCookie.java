package dev.pupitre.identity;

import dev.pupitre.identity.LoginSessions.LoginSession;
import dev.pupitre.identity.LoginSessions.Visit;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Keeps a browser logged in between requests by a cookie with its session's token; each login makes a new one. */
@Component
class SessionCookie implements SecurityContextRepository {
    static final String NAME = "PUPITRE_SESSION";

    private final LoginSessions sessions;
    private final Users users;
    private final boolean alwaysSecure;

    SessionCookie(LoginSessions sessions, Users users, Environment environment) {
        this.sessions = sessions;
        this.users = users;
        this.alwaysSecure = !environment.acceptsProfiles(Profiles.of("local"));
    }

    /** Deprecated in the interface, which still asks for it and calls it only when the caller is wanted. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        var context = SecurityContextHolder.createEmptyContext();
        var request = exchange.getRequest();
        try {
            token(request)
                    .flatMap(sessions::find)
                    .ifPresent(session -> users.caller(session.user())
                            .ifPresent(caller -> context.setAuthentication(authentication(caller, session, request))));
        } catch (DataAccessException away) {
            throw new AuthenticationServiceException("The store does not answer", away);
        }
        return context;
    }

    private static CallerAuthentication authentication(
            Caller caller, LoginSession session, HttpServletRequest request) {
        var authentication = new CallerAuthentication(caller);
        authentication.setDetails(
                new LoginDetails(request.getRemoteAddr(), session.id(), Boolean.TRUE.equals(session.company())));
        return authentication;
    }

    /** Called after a login, with the user, and after a logout, with nobody. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::end);
        var login = context.getAuthentication();
        if (login == null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie("", request).maxAge(Duration.ZERO).build().toString());
        } else {
            var token = sessions.open(
                    new UserId(login.getName()),
                    new Visit(
                            request.getRemoteAddr(),
                            request.getHeader(HttpHeaders.USER_AGENT),
                            login.getPrincipal() instanceof OidcUser));
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(token, request).build().toString());
        }
    }

    /** Asked for every request, pages and their files, too: whether the cookie is good is looked up only when it matters. */
    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(alwaysSecure || request.isSecure())
                .sameSite("Lax")
                .path("/");
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(cookie -> cookie.getValue());
    }
}
