package dev.pupitre.sandbox;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sets how the stand-in behaves, and tells what reached it. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api")
class SandboxController {
    private final Sandbox sandbox;
    private final Messenger messenger;
    private final Behaviours behaviours;
    private final WebhookCall webhook;
    private final SandboxFeed feed;

    SandboxController(
            Sandbox sandbox, Messenger messenger, Behaviours behaviours, WebhookCall webhook, SandboxFeed feed) {
        this.sandbox = sandbox;
        this.messenger = messenger;
        this.behaviours = behaviours;
        this.webhook = webhook;
        this.feed = feed;
    }

    /** Not as a form or as text, which any page that is open in the browser could send here. */
    @PostMapping(path = "/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answered webhook(@RequestBody byte[] body) throws InterruptedException {
        try {
            return new Answered(webhook.post(body).statusCode());
        } catch (IOException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "The receiver did not answer: " + broken, broken);
        }
    }

    record Answered(int status) {}

    @GetMapping("/sent")
    List<SandboxMessage> sent() {
        return messenger.sent();
    }

    @PutMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fail(@Valid @RequestBody Fault fault) {
        behaviours.fail(fault);
    }

    @GetMapping("/behaviour")
    Behaviour behaviour() {
        return behaviours.current();
    }

    @PutMapping("/behaviour")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void behave(@Valid @RequestBody Behaviour behaviour) {
        behaviours.set(behaviour);
    }

    /** When this is answered, no webhook from before comes any more. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startAnew() throws InterruptedException {
        sandbox.startAnew();
        webhook.settle();
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return feed.open();
    }
}
