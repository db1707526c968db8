package dev.pupitre.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns logins away that come too often, before the costly look at the password. */
final class LoginThrottleFilter extends OncePerRequestFilter {
    private final RequestMatcher login;
    private final LoginThrottle throttle;
    private final Refusals refusals;

    LoginThrottleFilter(RequestMatcher login, LoginThrottle throttle, Refusals refusals) {
        this.login = login;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = throttle.attempt(request.getRemoteAddr(), PasswordLogin.userId(request.getParameter("username")));
        if (wait.isPresent()) {
            refusals.tooManyLogins(request, response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !login.matches(request);
    }
}
