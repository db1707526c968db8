package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Plays the customers and sets how the stand-in behaves. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api")
class SandboxController {
    private final Customers customers;
    private final Messenger messenger;
    private final WebhookCall webhook;
    private final SandboxFeed feed;

    SandboxController(Customers customers, Messenger messenger, WebhookCall webhook, SandboxFeed feed) {
        this.customers = customers;
        this.messenger = messenger;
        this.webhook = webhook;
        this.feed = feed;
    }

    @GetMapping("/customers")
    List<Customer> customers() {
        return customers.newestFirst();
    }

    @PostMapping("/customers")
    @ResponseStatus(HttpStatus.CREATED)
    Customer create(@Valid @RequestBody(required = false) @Nullable NewCustomer customer) {
        return customers.create(Optional.ofNullable(customer).map(NewCustomer::name));
    }

    /** The first letter on the customer's colour. */
    @GetMapping(path = "/customers/{id}/picture", produces = "image/svg+xml")
    String picture(@PathVariable String id) {
        return customers.require(id).profile().picture();
    }

    record NewCustomer(@Size(min = 1, max = 100) @Nullable String name) {}

    @GetMapping("/customers/{id}/messages")
    List<SandboxMessage> messages(@PathVariable String id) {
        return customers.require(id).messages();
    }

    @PostMapping("/customers/{id}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SandboxMessage write(@PathVariable String id, @Valid @RequestBody NewMessage message) {
        return messenger
                .fromCustomer(id, message.text(), message.mid(), message.timestamp())
                .view();
    }

    /** Customers may write longer texts than a Page. */
    record NewMessage(
            @NotBlank @Size(max = 20_000) String text,
            @Size(min = 1, max = 200) @Nullable String mid,

            @JsonFormat(without = Feature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS) @Nullable
            Instant timestamp) {}

    @PostMapping("/customers/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        messenger.readBy(id);
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
        messenger.fail(fault);
    }

    @PutMapping("/behaviour")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void behave(@Valid @RequestBody Behaviour behaviour) {
        messenger.behave(behaviour);
    }

    /** When this is answered, no webhook from before comes any more. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startAnew() throws InterruptedException {
        messenger.startAnew();
        webhook.settle();
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return feed.open();
    }
}
