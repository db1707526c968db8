package dev.pupitre.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Tells what the filters refuse in the same words and shape as any other refusal; nobody is redirected. */
@Component
class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {
    private final HandlerExceptionResolver problems;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    /** A request without a caller, or with a token that is not known. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        if (refusal instanceof AuthenticationServiceException) {
            storeAway(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        tell(request, response, HttpStatus.UNAUTHORIZED, "Expected a login or a bearer token that is valid");
    }

    /** A login that failed; the same words for an unknown user, a wrong password and a user who has left. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        if (refusal instanceof AuthenticationServiceException) {
            storeAway(request, response);
            return;
        }
        tell(request, response, HttpStatus.UNAUTHORIZED, "The user name or the password is wrong");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) {
        problems.resolveException(request, response, null, refusal);
    }

    void handle(HttpServletRequest request, HttpServletResponse response, DataAccessException fault) {
        problems.resolveException(request, response, null, fault);
    }

    void tooManyLogins(HttpServletRequest request, HttpServletResponse response, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        tell(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many logins have failed; try again in %d seconds".formatted(seconds));
    }

    /** Whether there is such a user or token cannot be known now. */
    private void storeAway(HttpServletRequest request, HttpServletResponse response) {
        tell(request, response, HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer; try again in a moment");
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problems.resolveException(request, response, null, new ErrorResponseException(status, problem, null));
    }
}
