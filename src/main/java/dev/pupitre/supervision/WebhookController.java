package dev.pupitre.supervision;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.supervision.WebhookDelivery.State;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
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
    private static final int SECRET_BYTES = 32;

    private final WebhookQueue webhooks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookController(WebhookQueue webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    record Wish(@NotBlank @Size(max = 2000) String url) {}

    record Change(@Nullable Boolean enabled) {}

    /** @param secret only when it has just been made */
    record View(
            String id,
            String url,
            boolean enabled,
            Instant createdAt,
            @Nullable String secret) {
        static View of(Webhook webhook) {
            return new View(webhook.id(), webhook.url(), webhook.enabled(), webhook.createdAt(), null);
        }
    }

    record DeliveryView(
            String id,
            String event,
            State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Integer lastStatus,
            @Nullable String lastError,
            @Nullable Instant settledAt) {
        static DeliveryView of(WebhookDelivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.event(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.state() == State.PENDING ? delivery.nextAt() : null,
                    delivery.lastStatus(),
                    delivery.lastError(),
                    delivery.settledAt());
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
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        var webhook = new Webhook(UUID.randomUUID().toString(), url, secret, true, caller.getName(), clock.instant());
        webhooks.save(webhook);
        return new View(webhook.id(), url, true, webhook.createdAt(), secret);
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
        var enabled = change.enabled() == null ? before.enabled() : change.enabled();
        Audit.changing("enabled", before.enabled(), enabled);
        var now = new Webhook(id, before.url(), before.secret(), enabled, before.createdBy(), before.createdAt());
        webhooks.save(now);
        return View.of(now);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Audited(Act.WEBHOOK_DELETED)
    void delete(@PathVariable String id) {
        webhooks.delete(find(id).id());
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Audited(Act.WEBHOOK_TESTED)
    void test(@PathVariable String id) {
        webhooks.addTest(find(id));
    }

    @GetMapping("/{id}/deliveries")
    List<DeliveryView> deliveries(@PathVariable String id) {
        return webhooks.log(find(id).id()).stream().map(DeliveryView::of).toList();
    }

    private Webhook find(String id) {
        return webhooks.find(id).orElseThrow(() -> new NoSuchWebhook(id));
    }
}
