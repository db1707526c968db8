package dev.pupitre.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Meta's inbox and the Page's other apps, with which Pupitre shares threads (Messenger Platform, "Conversation Routing"). */
@Profile("local")
@Component
class OtherApps {
    static final String PAGE_INBOX = "263902037430900";
    private static final String ANOTHER = "400000000000001";

    /** What an app does with a thread. */
    enum Action {
        TAKE,
        PASS,
        RELEASE,
        REQUEST
    }

    private final SandboxProperties settings;

    OtherApps(SandboxProperties settings) {
        this.settings = settings;
    }

    /** Somebody at the Page answers elsewhere; an empty app leaves the {@code app_id} out. */
    Message write(CustomerThread thread, Content content, @Nullable String app) {
        var through = Objects.requireNonNullElse(app, PAGE_INBOX);
        return thread.receive(content, Author.elsewhere(through.isEmpty() ? null : through));
    }

    void control(CustomerThread thread, Action action, @Nullable String app, @Nullable String metadata) {
        var other = Objects.requireNonNullElse(app, ANOTHER);
        switch (action) {
            case TAKE ->
                thread.ownedBy(
                        other,
                        event(
                                "take_thread_control",
                                metadata,
                                "previous_owner_app_id",
                                ours(),
                                "new_owner_app_id",
                                other));
            case PASS ->
                thread.ownedBy(
                        null,
                        event(
                                "pass_thread_control",
                                metadata,
                                "previous_owner_app_id",
                                other,
                                "new_owner_app_id",
                                ours()));
            case RELEASE ->
                thread.ownedBy(
                        null,
                        event(
                                "pass_thread_control",
                                metadata,
                                "previous_owner_app_id",
                                other,
                                "new_owner_app_id",
                                null));
            case REQUEST ->
                thread.ownedBy(
                        thread.owner().orElse(null),
                        event("request_thread_control", metadata, "requested_owner_app_id", other));
        }
    }

    /** Pupitre gives the thread away: the other app has it from now on. */
    void passTo(CustomerThread thread, String app) {
        thread.ownedBy(app.equals(ours()) ? null : app, null);
    }

    void takenByUs(CustomerThread thread) {
        thread.ownedBy(null, null);
    }

    String ownerOf(CustomerThread thread) {
        return thread.owner().orElse(ours());
    }

    private String ours() {
        return settings.appId();
    }

    private static ObjectNode event(String name, @Nullable String metadata, @Nullable String... namesAndApps) {
        var event = JsonNodeFactory.instance.objectNode();
        var content = event.putObject(name);
        for (var i = 0; i < namesAndApps.length; i += 2) {
            content.put(Objects.requireNonNull(namesAndApps[i]), namesAndApps[i + 1]);
        }
        if (metadata != null) {
            content.put("metadata", metadata);
        }
        return event;
    }
}
