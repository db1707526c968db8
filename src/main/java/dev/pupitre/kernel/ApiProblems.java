package dev.pupitre.kernel;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Tells every refusal as an RFC 9457 problem, with the field and the reason where a value was at fault. */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ProblemDetail handle(NotFound refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(Conflict refusal) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
        refusal.type().ifPresent(problem::setType);
        if (!refusal.problems().isEmpty()) {
            problem.setProperty("errors", refusal.problems());
        }
        refusal.code().ifPresent(code -> problem.setProperty("code", code));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail handle(InvalidInput refusal) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
        problem.setProperty("errors", refusal.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail handle(AccessDeniedException refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, refusal.getMessage());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransientDataAccessResourceException.class
    })
    ProblemDetail handleStoreAway(DataAccessException away) {
        logger.warn("The store did not answer in time: " + away.getMessage());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer; try again in a moment");
    }

    /** Between two primaries of a replica set nobody takes a write, and Spring has no class for it. */
    @ExceptionHandler
    @Nullable
    ProblemDetail handle(UncategorizedMongoDbException fault, HttpServletRequest request) {
        return switch (fault.getCause()) {
            case MongoNotPrimaryException electing -> handleStoreAway(fault);
            case MongoNodeIsRecoveringException starting -> handleStoreAway(fault);
            case null, default -> handle((Exception) fault, request);
        };
    }

    /** A fault of ours: told in full to the log and not at all to the caller, who may have left meanwhile. */
    @ExceptionHandler
    @Nullable
    ProblemDetail handle(Exception fault, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            return null;
        }
        logger.error("Expected to answer " + request.getMethod() + " " + request.getRequestURI(), fault);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong here, and has been written down");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = refusal.getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return withErrors(refusal, refusal.getBody(), errors, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = refusal.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return withErrors(refusal, refusal.getBody(), errors, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, "Expected a JSON body of the documented shape");
        fieldAtFault(refusal).ifPresent(field -> problem.setProperty("errors", List.of(field)));
        return handleExceptionInternal(refusal, problem, headers, status, request);
    }

    private static Optional<FieldProblem> fieldAtFault(HttpMessageNotReadableException refusal) {
        return refusal.getCause() instanceof JacksonException fault
                ? fault.getPath().stream()
                        .findFirst()
                        .map(JacksonException.Reference::getPropertyName)
                        .map(field -> new FieldProblem(field, "is not of the documented kind"))
                : Optional.empty();
    }

    private @Nullable ResponseEntity<Object> withErrors(
            Exception refusal,
            ProblemDetail problem,
            List<FieldProblem> errors,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        problem.setDetail(errors.stream()
                .map(error -> error.field() + " " + error.message())
                .reduce((first, second) -> first + "; " + second)
                .orElse("The request is not valid"));
        problem.setProperty("errors", errors);
        return handleExceptionInternal(refusal, problem, headers, status, request);
    }
}
