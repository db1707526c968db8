package dev.pupitre.sandbox;

import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Tells every refusal of the Graph API in its own shape, before anyone takes it for a fault of the application. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Profile("local")
@RestControllerAdvice
class GraphErrors {
    @ExceptionHandler
    ResponseEntity<GraphError.Answer> handle(GraphError error) {
        return ResponseEntity.status(error.status()).body(error.answer());
    }

    /** What is too large even to be read. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Profile("local")
    @RestControllerAdvice(assignableTypes = {GraphMessages.class, GraphAttachments.class})
    static class Uploads {
        @ExceptionHandler
        ResponseEntity<GraphError.Answer> handle(MaxUploadSizeExceededException tooLarge) {
            var error = GraphAttachments.tooLarge();
            return ResponseEntity.status(error.status()).body(error.answer());
        }
    }
}
