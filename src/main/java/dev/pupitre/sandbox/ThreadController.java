package dev.pupitre.sandbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Changes what stands in a thread, and plays the other apps that write in it. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api/customers/{id}")
class ThreadController {
    private final Customers customers;
    private final CustomerActs acts;
    private final OtherApps others;
    private final Clock clock;

    ThreadController(Customers customers, CustomerActs acts, OtherApps others, Clock clock) {
        this.customers = customers;
        this.acts = acts;
        this.others = others;
        this.clock = clock;
    }

    @PutMapping("/messages/{mid}")
    SandboxMessage edit(@PathVariable String id, @PathVariable String mid, @Valid @RequestBody Edit edit) {
        return customers.require(id).edit(mid, edit.text()).view();
    }

    record Edit(@NotBlank @Size(max = 20_000) String text) {}

    @DeleteMapping("/messages/{mid}")
    SandboxMessage unsend(@PathVariable String id, @PathVariable String mid) {
        return customers.require(id).unsend(mid).view();
    }

    @PutMapping("/messages/{mid}/reaction")
    SandboxMessage react(
            @PathVariable String id,
            @PathVariable String mid,
            @Valid @RequestBody(required = false) @Nullable Reaction reaction) {
        var thread = customers.require(id);
        return reaction == null
                ? acts.react(thread, mid, null, null).view()
                : acts.react(thread, mid, reaction.reaction(), reaction.emoji()).view();
    }

    record Reaction(
            @Size(min = 1, max = 20) @Nullable String reaction,
            @Size(min = 1, max = 20) @Nullable String emoji) {}

    @DeleteMapping("/messages/{mid}/reaction")
    SandboxMessage unreact(@PathVariable String id, @PathVariable String mid) {
        return customers.require(id).react(mid, null, null).view();
    }

    @PostMapping("/referrals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refer(@PathVariable String id, @RequestBody Referral referral) {
        acts.refer(customers.require(id), referral, null);
    }

    @PutMapping("/window")
    Customer window(@PathVariable String id, @Valid @RequestBody Window window) {
        var thread = customers.require(id);
        thread.contactedAt(CustomerActs.hoursBefore(clock.instant(), window.hoursAgo()));
        return thread.view();
    }

    record Window(@PositiveOrZero @Nullable Double hoursAgo) {}

    @PostMapping("/events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void happen(@PathVariable String id, @Valid @RequestBody Event event) {
        customers.require(id).happen(event.field(), event.event(), event.timestamp(), false);
    }

    record Event(
            @NotBlank String field,
            @NotNull ObjectNode event,
            @InstantOrMillis @Nullable Instant timestamp) {}

    @PostMapping("/inbox")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SandboxMessage inbox(@PathVariable String id, @Valid @RequestBody InboxAnswer answer) {
        var content = Content.sent(
                answer.text() == null ? "" : answer.text(), acts.attach(answer.attachments()), List.of(), null, null);
        return others.write(customers.require(id), content, answer.app()).view();
    }

    record InboxAnswer(
            @Size(max = 2_000) @Nullable String text,
            @Nullable List<CustomerActs.NewAttachment> attachments,
            @Nullable String app) {}

    @PostMapping("/thread-control")
    Customer control(@PathVariable String id, @Valid @RequestBody Control control) {
        var thread = customers.require(id);
        others.control(thread, control.action(), control.app(), control.metadata());
        return thread.view();
    }

    record Control(
            OtherApps.@NotNull Action action,
            @Size(min = 1, max = 50) @Nullable String app,
            @Size(max = 1_000) @Nullable String metadata) {}
}
