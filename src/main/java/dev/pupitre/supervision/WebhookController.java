package dev.pupitre.supervision;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where alerts go out to, and what became of each. */
@RestController
@ForAdministrators
@RequestMapping("/api/v1/alert-webhooks")
class WebhookController {
    private static final int LONGEST = 2000;

    private final WebhookQueue webhooks;
    private final WebhookSecrets secrets;
    private final Clock clock;

    WebhookController(WebhookQueue webhooks, WebhookSecrets secrets, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.clock = clock;
    }

    record Wish(@NotBlank @Size(max = LONGEST) String url) {}

    /** What is null stays. */
    record Change(
            @Nullable @Size(max = LONGEST) String url,
            @Nullable Boolean enabled) {}

    /** @param secret only when it has just been made */
    record View(
            String id,
            String url,
            boolean enabled,
            Instant createdAt,
            @Nullable String secret) {
        static View of(Webhook webhook) {
            return of(webhook, null);
        }

        static View of(Webhook webhook, @Nullable String secret) {
            return new View(webhook.id(), webhook.url(), webhook.enabled(), webhook.createdAt(), secret);
        }
    }

    static final class NoSuchWebhook extends NotFound {
        NoSuchWebhook(String id) {
            super("Expected a webhook " + id + ", but there is none");
        }
    }

    @GetMapping
    List<View> all() {
        return webhooks.all().stream().map(View::of).toList();
    }

    /** The secret is shown this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Audited(Act.WEBHOOK_ADDED)
    View add(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Wish wish) {
        var url = address(wish.url());
        Audit.about(url);
        var id = UUID.randomUUID().toString();
        var made = secrets.make(id);
        var webhook = new Webhook(id, url, made.encrypted(), null, true, caller.getName(), clock.instant());
        webhooks.add(webhook);
        return View.of(webhook, made.secret().value());
    }

    private static String address(String typed) {
        try {
            var url = new URI(typed.strip());
            if (Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null) {
                return url.toString();
            }
        } catch (URISyntaxException nonsense) {
            // Said below.
        }
        throw new InvalidInput("url", "Expected an address that begins with https://, but got " + typed);
    }

    @PatchMapping("/{id}")
    @Audited(Act.WEBHOOK_CHANGED)
    View change(@PathVariable String id, @Valid @RequestBody Change change) {
        var before = find(id);
        var url = change.url() == null ? null : address(change.url());
        Audit.about(before.url());
        if (url != null) {
            Audit.changing("url", before.url(), url);
        }
        if (change.enabled() != null) {
            Audit.changing("switchedOn", before.enabled(), change.enabled());
        }
        return View.of(webhooks.change(id, url, change.enabled()).orElseThrow(() -> new NoSuchWebhook(id)));
    }

    /** What goes out from now on is signed by it, what is tried again, too; it is shown this once. */
    @PostMapping("/{id}/secret")
    @Audited(Act.WEBHOOK_SECRET_CHANGED)
    View rotate(@PathVariable String id) {
        Audit.about(find(id).url());
        var made = secrets.make(id);
        var webhook = webhooks.rotate(id, made.encrypted()).orElseThrow(() -> new NoSuchWebhook(id));
        return View.of(webhook, made.secret().value());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Audited(Act.WEBHOOK_DELETED)
    void delete(@PathVariable String id) {
        var webhook = find(id);
        Audit.about(webhook.url());
        webhooks.delete(id);
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Audited(Act.WEBHOOK_TESTED)
    void test(@PathVariable String id) {
        var webhook = find(id);
        Audit.about(webhook.url());
        webhooks.test(webhook);
    }

    private Webhook find(String id) {
        return webhooks.find(id).orElseThrow(() -> new NoSuchWebhook(id));
    }
}
