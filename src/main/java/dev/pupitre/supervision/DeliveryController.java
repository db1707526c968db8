package dev.pupitre.supervision;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.supervision.WebhookController.NoSuchWebhook;
import dev.pupitre.supervision.WebhookDelivery.Again;
import dev.pupitre.supervision.WebhookDelivery.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What went out to a webhook, and sending again what was given up. */
@RestController
@ForAdministrators
@RequestMapping("/api/v1/alert-webhooks/{id}/deliveries")
class DeliveryController {
    private final WebhookQueue webhooks;
    private final Clock clock;

    DeliveryController(WebhookQueue webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param alert what it is about
     * @param againBy who had it sent again last, after it was given up
     */
    record DeliveryView(
            String id,
            String event,
            AlertView alert,
            State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Integer lastStatus,
            @Nullable String lastError,
            @Nullable Instant settledAt,
            @Nullable String againBy) {
        static DeliveryView of(WebhookDelivery delivery, AlertView alert) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.event(),
                    alert,
                    delivery.state(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.state() == State.PENDING ? delivery.nextAt() : null,
                    delivery.lastStatus(),
                    delivery.lastError(),
                    delivery.settledAt(),
                    delivery.again() == null ? null : delivery.again().by());
        }
    }

    static final class NoSuchDelivery extends NotFound {
        NoSuchDelivery(String id) {
            super("Expected a delivery " + id + ", but there is none any more");
        }
    }

    static final class NotToBeSentAgain extends Conflict {
        NotToBeSentAgain(String why) {
            super(why);
        }
    }

    @GetMapping
    List<DeliveryView> deliveries(@PathVariable String id) {
        return webhooks.log(find(id).id()).stream().map(this::view).toList();
    }

    /** The receiver sees the same delivery, so that one who has had it after all takes it once. */
    @PostMapping("/{delivery}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Audited(Act.WEBHOOK_DELIVERY_REPEATED)
    DeliveryView again(@AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String delivery) {
        var webhook = find(id);
        Audit.about(webhook.url());
        var given = webhooks.delivery(id, delivery).orElseThrow(() -> new NoSuchDelivery(delivery));
        if (!webhook.enabled()) {
            throw new NotToBeSentAgain("Expected a webhook that is switched on, but it is off");
        }
        var again = new Again(clock.instant(), caller.displayName(), given.attempts());
        return webhooks.again(given, again)
                .map(this::view)
                .orElseThrow(() -> new NotToBeSentAgain("Expected a delivery that was given up, but it is not"));
    }

    private DeliveryView view(WebhookDelivery delivery) {
        return DeliveryView.of(delivery, webhooks.alert(delivery));
    }

    private Webhook find(String id) {
        return webhooks.find(id).orElseThrow(() -> new NoSuchWebhook(id));
    }
}
