package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent.PolicyEnforced;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged.Control;
import dev.pupitre.page.MetaApp;
import dev.pupitre.webhook.Occasions.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands who may answer: Conversation Routing, the handover protocol before it, and Meta's own measures. */
@Component
class ControlReader {
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_ACTION = 40;

    private final Occasions occasions;
    private final MetaApp app;

    ControlReader(Occasions occasions, MetaApp app) {
        this.occasions = occasions;
        this.app = app;
    }

    /** Without a new owner the thread is idle: any application may answer it. */
    Reading passed(JsonNode item, JsonNode entry, JsonNode pass) {
        var owner = LenientJson.id(pass.path("new_owner_app_id"));
        if (owner.isEmpty()) {
            return changed(item, entry, Control.NOBODYS, null);
        }
        return isOurs(owner.get())
                ? changed(item, entry, Control.OURS, previous(pass))
                : changed(item, entry, Control.THEIRS, owner.get());
    }

    /** Told to the application that loses the thread, so that without a new owner it is another's now. */
    Reading taken(JsonNode item, JsonNode entry, JsonNode take) {
        var owner = LenientJson.id(take.path("new_owner_app_id"));
        return owner.isPresent() && isOurs(owner.get())
                ? changed(item, entry, Control.OURS, previous(take))
                : changed(item, entry, Control.THEIRS, owner.orElse(null));
    }

    Reading requested(JsonNode item, JsonNode entry, JsonNode request) {
        return changed(
                item,
                entry,
                Control.REQUESTED,
                LenientJson.id(request.path("requested_owner_app_id")).orElse(null));
    }

    Reading policy(JsonNode item, JsonNode entry, JsonNode policy) {
        var action = Optional.ofNullable(LenientJson.text(policy.path("action"), LONGEST_ACTION));
        return action.isEmpty()
                ? Reading.malformed()
                : occasions.readOfPage(
                        item,
                        "timestamp",
                        entry,
                        on -> new PolicyEnforced(
                                on.page(),
                                on.at(),
                                action.get(),
                                LenientJson.text(policy.path("reason"), LONGEST_WORDS)));
    }

    private Reading changed(JsonNode item, JsonNode entry, Control control, @Nullable String other) {
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new ThreadControlChanged(in.page(), in.customer(), in.at(), control, other));
    }

    private @Nullable String previous(JsonNode control) {
        return LenientJson.id(control.path("previous_owner_app_id"))
                .filter(owner -> !isOurs(owner))
                .orElse(null);
    }

    private boolean isOurs(String owner) {
        return owner.equals(app.id());
    }
}
