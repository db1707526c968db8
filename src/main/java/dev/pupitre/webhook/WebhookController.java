package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.MongoException;
import dev.pupitre.conversation.Inbox;
import dev.pupitre.page.MetaApp;
import dev.pupitre.page.Pages;
import dev.pupitre.webhook.WebhookMeters.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Meta calls: answers only after the events are stored, and never asks for a repeat of what a repeat would not
 * mend, as Meta turns a webhook off that keeps failing.
 */
@RestController
@RequestMapping("/webhooks/meta")
class WebhookController {
    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

    private static final String SECONDS_UNTIL_STORE_IS_BACK = "5";

    private final MetaApp app;
    private final WebhookSignature signature;
    private final WebhookEvents events;
    private final Inbox inbox;
    private final Pages pages;
    private final WebhookMeters meters;

    WebhookController(
            MetaApp app,
            WebhookSignature signature,
            WebhookEvents events,
            Inbox inbox,
            Pages pages,
            WebhookMeters meters) {
        this.app = app;
        this.signature = signature;
        this.events = events;
        this.inbox = inbox;
        this.pages = pages;
        this.meters = meters;
    }

    /** Meta asks whether this address is ours before it sends anything. */
    @GetMapping
    ResponseEntity<String> verify(
            @RequestParam(name = "hub.mode", required = false) @Nullable String mode,
            @RequestParam(name = "hub.verify_token", required = false) @Nullable String token,
            @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge) {
        if (!"subscribe".equals(mode) || token == null || challenge == null || !isOurs(token)) {
            return refuse(HttpStatus.FORBIDDEN, Refusal.VERIFICATION);
        }
        return text(challenge);
    }

    @PostMapping
    ResponseEntity<String> receive(
            HttpServletRequest request,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String header) {
        if (header == null) {
            return refuse(HttpStatus.FORBIDDEN, Refusal.UNSIGNED);
        }
        final byte[] body;
        try {
            body = WebhookBody.read(request);
        } catch (WebhookBody.TooLarge tooLarge) {
            return refuse(HttpStatus.CONTENT_TOO_LARGE, Refusal.TOO_LARGE);
        } catch (IOException broken) {
            return refuse(HttpStatus.BAD_REQUEST, Refusal.BROKEN_OFF);
        }
        if (!signature.matches(header, body)) {
            return refuse(HttpStatus.FORBIDDEN, Refusal.WRONG_SIGNATURE);
        }
        return store(body);
    }

    private ResponseEntity<String> store(byte[] body) {
        var understood = events.in(body);
        if (understood.isEmpty()) {
            return text("EVENT_RECEIVED");
        }
        try {
            inbox.accept(understood);
        } catch (DataAccessException | MongoException down) {
            log.warn(
                    "Expected the store to take {} webhook events, but it did not: {}",
                    understood.size(),
                    down.toString());
            return refuse(HttpStatus.SERVICE_UNAVAILABLE, Refusal.STORE_DOWN);
        }
        meters.accepted(understood.size());
        understood.forEach(event -> pages.heard(event.page(), event.at()));
        return text("EVENT_RECEIVED");
    }

    private boolean isOurs(String token) {
        return MessageDigest.isEqual(
                token.getBytes(UTF_8), app.verifyToken().value().getBytes(UTF_8));
    }

    private ResponseEntity<String> refuse(HttpStatus status, Refusal reason) {
        meters.refused(reason);
        var answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_STORE_IS_BACK);
        }
        return answer.build();
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
