package dev.pupitre.sandbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lets customers write, press and look. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api/customers")
class CustomersController {
    private final Customers customers;
    private final CustomerActs acts;
    private final FacebookPages pages;

    CustomersController(Customers customers, CustomerActs acts, FacebookPages pages) {
        this.customers = customers;
        this.acts = acts;
        this.pages = pages;
    }

    @GetMapping
    List<Customer> customers() {
        return customers.newestFirst();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Customer create(@Valid @RequestBody(required = false) @Nullable NewCustomer customer) {
        var wanted = Optional.ofNullable(customer);
        return customers.create(
                wanted.map(NewCustomer::name),
                wanted.map(NewCustomer::page).map(pages::require).orElseGet(pages::own));
    }

    record NewCustomer(
            @Size(min = 1, max = 100) @Nullable String name,
            @Nullable String page) {}

    /** The first letter on the customer's colour. */
    @GetMapping(path = "/{id}/picture", produces = "image/svg+xml")
    String picture(@PathVariable String id) {
        return customers.require(id).profile().picture();
    }

    @GetMapping("/{id}/messages")
    List<SandboxMessage> messages(@PathVariable String id) {
        return customers.require(id).messages();
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SandboxMessage write(@PathVariable String id, @Valid @RequestBody NewMessage message) {
        var content = Content.written(
                message.words(),
                acts.attach(message.attachments()),
                message.replyTo(),
                message.quickReply(),
                message.referral());
        return customers
                .require(id)
                .say(content, message.mid(), message.timestamp())
                .view();
    }

    @PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    SandboxMessage upload(
            @PathVariable String id,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String replyTo) {
        var thread = customers.require(id);
        var content = Content.written(text == null ? "" : text, acts.upload(files), replyTo, null, null);
        return thread.say(content, null, null).view();
    }

    @PostMapping("/{id}/postbacks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SandboxMessage press(@PathVariable String id, @Valid @RequestBody Press press) {
        var title = press.title() == null ? press.payload() : press.title();
        return customers
                .require(id)
                .say(Content.pressed(title, press.payload(), press.referral()), press.mid(), press.timestamp())
                .view();
    }

    record Press(
            @NotBlank @Size(max = 1_000) String payload,
            @Size(max = 200) @Nullable String title,
            @Size(min = 1, max = 200) @Nullable String mid,
            @Nullable Referral referral,
            @InstantOrMillis @Nullable Instant timestamp) {}

    @PostMapping("/{id}/get-started")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SandboxMessage getStarted(@PathVariable String id, @RequestBody(required = false) @Nullable Start start) {
        var thread = customers.require(id);
        return start == null
                ? acts.getStarted(thread, null, null).view()
                : acts.getStarted(thread, start.referral(), start.timestamp()).view();
    }

    record Start(
            @Nullable Referral referral,
            @InstantOrMillis @Nullable Instant timestamp) {}

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        customers.require(id).read();
    }
}
