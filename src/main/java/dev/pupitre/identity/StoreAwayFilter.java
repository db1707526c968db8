package dev.pupitre.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells that the store is away where no later filter does: when a login or a logout is looked up or written down. */
final class StoreAwayFilter extends OncePerRequestFilter {
    private final Refusals refusals;

    StoreAwayFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException away) {
            refusals.commence(request, response, away);
        } catch (DataAccessException fault) {
            refusals.handle(request, response, fault);
        }
    }
}
