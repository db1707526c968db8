package dev.pupitre.identity;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.TokenUse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Finds the caller of a request that carries {@code Authorization: Bearer} (RFC 6750). */
final class BearerTokens {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    static final RequestMatcher PRESENT = request -> token(request) != null;

    private BearerTokens() {}

    static AuthenticationFilter filter(ApiTokens tokens, Users users, Refusals refusals) {
        AuthenticationConverter converter =
                request -> new PreAuthenticatedAuthenticationToken("token", String.valueOf(token(request)));
        AuthenticationManager manager =
                request -> authenticate(tokens, users, String.valueOf(request.getCredentials()));
        var filter = new AuthenticationFilter(manager, converter);
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(refusals::commence);
        return filter;
    }

    private static Authentication authenticate(ApiTokens tokens, Users users, String secret) {
        try {
            return tokens.find(secret)
                    .flatMap(token -> users.caller(token.user()).map(user -> authentication(token, user)))
                    .orElseThrow(() -> new BadCredentialsException("Expected a known token"));
        } catch (DataAccessException away) {
            throw new AuthenticationServiceException("The store does not answer", away);
        }
    }

    private static Authentication authentication(ApiToken token, Caller user) {
        var authentication = new CallerAuthentication(token.limited(user));
        authentication.setDetails(new TokenUse(token.id(), token.name(), token.onlyReads()));
        return authentication;
    }

    /** A change asked for by a token that may only read, whoever would serve it. */
    static boolean isBeyondReading(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getDetails() instanceof TokenUse use
                && use.readOnly()
                && !READS.contains(request.getMethod());
    }

    private static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
