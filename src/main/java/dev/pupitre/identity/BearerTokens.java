package dev.pupitre.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Finds the caller of a request that carries {@code Authorization: Bearer} (RFC 6750). */
final class BearerTokens {
    private static final String SCHEME = "Bearer ";

    static final RequestMatcher PRESENT = request -> token(request) != null;

    private BearerTokens() {}

    static AuthenticationFilter filter(ApiTokens tokens, Refusals refusals) {
        AuthenticationConverter converter =
                request -> new PreAuthenticatedAuthenticationToken("token", String.valueOf(token(request)));
        AuthenticationManager manager = request -> tokens.caller(String.valueOf(request.getCredentials()))
                .map(CallerAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("Expected a known token"));
        var filter = new AuthenticationFilter(manager, converter);
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(refusals::commence);
        return filter;
    }

    private static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
