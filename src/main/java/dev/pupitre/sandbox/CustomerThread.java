package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The messages between one customer and the Page; what changes here is told to the webhook in the same order. */
final class CustomerThread {
    /** Load tests run for long: the oldest messages are forgotten. */
    private static final int REMEMBERED = 10_000;

    private final Profile profile;
    private final WebhookBodies bodies;
    private final WebhookLane lane;
    private final SandboxFeed feed;
    private final Clock clock;
    private final LinkedHashMap<String, Message> messages = new LinkedHashMap<>();
    private final List<Message> unread = new ArrayList<>();
    private @Nullable Message last;
    private long newest;

    /** Who the customer is. */
    record Profile(String id, String name, String pictureColor) {
        String picture() {
            var initial = HtmlUtils.htmlEscape(name.substring(0, name.offsetByCodePoints(0, 1)), "UTF-8");
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="%s"/>\
                    <text x="32" y="44" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">%s</text></svg>
                    """.formatted(pictureColor, initial);
        }
    }

    CustomerThread(Profile profile, WebhookBodies bodies, WebhookLane lane, SandboxFeed feed, Clock clock) {
        this.profile = profile;
        this.bodies = bodies;
        this.lane = lane;
        this.feed = feed;
        this.clock = clock;
    }

    Profile profile() {
        return profile;
    }

    /** The customer writes; a {@code mid} that is known already makes a second webhook, but no second message. */
    synchronized Message write(String text, @Nullable String mid, @Nullable Instant at, int copies) {
        var message = Message.fromCustomer(
                mid == null ? Message.newMid() : mid, profile.id(), text, at == null ? nextInstant() : at);
        var known = messages.get(message.mid());
        if (known == null) {
            remember(message);
        }
        tell(bodies.message(message), known == null ? message : known, copies);
        return message;
    }

    /** The Page writes: the customer's device takes it at once. */
    synchronized Message receive(String text, @Nullable String metadata, Behaviour behaviour) {
        var message = Message.fromPage(profile.id(), text, nextInstant(), metadata);
        unread.add(message);
        remember(message);
        if (behaviour.sendsEchoes()) {
            tell(bodies.echo(message), message, behaviour.times());
        }
        if (behaviour.sendsDeliveries()) {
            tell(bodies.delivery(message), message, behaviour.times());
        }
        if (behaviour.readsAtOnce()) {
            read(behaviour.times());
        }
        return message;
    }

    /** The customer looks at the thread. */
    synchronized void read(int copies) {
        if (unread.isEmpty()) {
            return;
        }
        var newest = unread.getLast();
        markRead(unread);
        unread.clear();
        feed.customer(this::view);
        tell(bodies.read(newest), newest, copies);
    }

    /** The Page looks at the thread. */
    synchronized void seenByPage() {
        markRead(messages.values().stream()
                .filter(message -> !message.fromPage() && !message.read())
                .toList());
    }

    synchronized List<SandboxMessage> messages() {
        return messages.values().stream().map(Message::view).toList();
    }

    synchronized Customer view() {
        return new Customer(
                profile.id(),
                profile.name(),
                profile.pictureColor(),
                last == null ? null : last.text(),
                last == null ? null : last.at(),
                unread.size());
    }

    void close() {
        lane.close();
    }

    private void remember(Message message) {
        messages.put(message.mid(), message);
        if (messages.size() > REMEMBERED) {
            var oldest = Objects.requireNonNull(messages.pollFirstEntry()).getValue();
            unread.remove(oldest);
        }
        last = message;
        feed.message(message);
        feed.customer(this::view);
    }

    private void markRead(List<Message> seen) {
        for (var message : seen) {
            message.markRead();
            feed.message(message);
        }
    }

    private void tell(WebhookBody body, Message about, int copies) {
        var webhook = new Webhook(body, about);
        for (var copy = 0; copy < copies; copy++) {
            lane.add(webhook);
        }
    }

    /** Times of a thread always grow, so that sorting by them keeps the order even within a millisecond. */
    private Instant nextInstant() {
        newest = Math.max(clock.millis(), newest + 1);
        return Instant.ofEpochMilli(newest);
    }
}
