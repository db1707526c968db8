package dev.pupitre.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Hands messages to customers, or fails as told.
 *
 * <p>A message that is answered slowly is with the customer already, and its echo may come before the answer.
 */
@Profile("local")
@Component
class Delivery {
    private final Messenger messenger;
    private final Behaviours behaviours;
    private final Posts posts;

    Delivery(Messenger messenger, Behaviours behaviours, Posts posts) {
        this.messenger = messenger;
        this.behaviours = behaviours;
        this.posts = posts;
    }

    /** Without an answer where the connection was dropped. */
    <T> @Nullable T withFaults(HttpServletRequest request, Supplier<T> work) throws InterruptedException {
        var fault = behaviours.nextSendFault();
        var answer = fault.isEmpty() || fault.get().acceptsFirst() ? work.get() : null;
        behaviours.takeTime();
        if (fault.isEmpty()) {
            return answer;
        }
        if (fault.get().drops()) {
            DroppedConnections.drop(request);
            return null;
        }
        throw fault.get().error();
    }

    Message hand(Recipients.Recipient recipient, Content content, Author author) {
        var message = messenger.fromPage(recipient.thread(), content, author);
        if (recipient.comment() != null) {
            posts.answeredPrivately(recipient.comment());
        } else if (recipient.post() != null) {
            posts.answeredPrivately(recipient.post());
        }
        return message;
    }
}
