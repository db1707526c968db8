package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** The thread between one customer and their Page; what changes here is told to the webhook in the same order. */
final class CustomerThread {
    private static final int MOST_EDITS = 5;
    private static final Duration TYPING_SHOWS = Duration.ofSeconds(20);

    private final CustomerProfile profile;
    private final FacebookPage page;
    private final WebhookBodies bodies;
    private final ThreadWebhooks webhooks;
    private final Behaviours behaviours;
    private final SandboxFeed feed;
    private final Clock clock;
    private final ThreadLog log = new ThreadLog();
    private long newest;
    private @Nullable Instant contactAt;
    private boolean inTouch;
    private Instant typingUntil = Instant.MIN;
    private @Nullable String owner;

    CustomerThread(
            CustomerProfile profile,
            FacebookPage page,
            WebhookBodies bodies,
            WebhookLane lane,
            Behaviours behaviours,
            SandboxFeed feed,
            Clock clock) {
        this.profile = profile;
        this.page = page;
        this.bodies = bodies;
        this.webhooks = new ThreadWebhooks(page, lane, clock);
        this.behaviours = behaviours;
        this.feed = feed;
        this.clock = clock;
        this.contactAt = clock.instant();
    }

    CustomerProfile profile() {
        return profile;
    }

    FacebookPage page() {
        return page;
    }

    /** The customer writes or presses; a {@code mid} that is known already makes a second webhook, but no second message. */
    synchronized Message say(Content content, @Nullable String mid, @Nullable Instant at) {
        var message = new Message(
                mid == null ? Message.newMid() : mid,
                profile.id(),
                at == null ? nextInstant() : at,
                content,
                Author.CUSTOMER);
        var known = log.find(message.mid());
        getInTouch(message.at());
        if (known.isEmpty()) {
            remember(message);
        }
        var field = content.kind() == Content.Kind.POSTBACK ? "messaging_postbacks" : "messages";
        tell(field, bodies.said(message, page.id()), known.orElse(message));
        return message;
    }

    /** The Page writes: the customer's device takes it at once. */
    synchronized Message receive(Content content, Author author) {
        var message = new Message(Message.newMid(), profile.id(), nextInstant(), content, author);
        typingUntil = Instant.MIN;
        remember(message);
        var behaviour = behaviours.current();
        if (behaviour.sendsEchoes()) {
            tell("message_echoes", bodies.echo(message, page.id()), message);
        }
        if (behaviour.sendsDeliveries()) {
            tell("message_deliveries", bodies.delivery(message, page.id()), message);
        }
        if (behaviour.readsAtOnce()) {
            read();
        }
        return message;
    }

    /** The customer looks at the thread. */
    synchronized void read() {
        var seen = log.takeUnread();
        if (seen.isEmpty()) {
            return;
        }
        markRead(seen);
        feed.customer(this::view);
        var newestSeen = seen.getLast();
        tell("message_reads", bodies.read(newestSeen, page.id()), newestSeen);
    }

    /** The Page looks at the thread. */
    synchronized void seenByPage() {
        markRead(log.all().stream()
                .filter(message -> !message.fromPage() && !message.read())
                .toList());
    }

    synchronized Message edit(String mid, String text) {
        var message = log.requireOwn(mid);
        if (message.edits() >= MOST_EDITS || message.removed()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Expected a message with fewer than %d edits, but this cannot be edited".formatted(MOST_EDITS));
        }
        message.edit(text, message.edits() + 1);
        feed.message(message);
        tell("message_edits", bodies.edit(message, page.id()), message);
        return message;
    }

    synchronized Message unsend(String mid) {
        var message = log.requireOwn(mid);
        message.remove();
        feed.message(message);
        tell("messages", bodies.unsend(message, page.id()), message);
        return message;
    }

    /** Without an emoji the reaction is taken back. */
    synchronized Message react(String mid, @Nullable String name, @Nullable String emoji) {
        var message = log.require(mid);
        message.react(emoji);
        feed.message(message);
        if (emoji != null) {
            getInTouch(clock.instant());
            feed.customer(this::view);
        }
        tell("message_reactions", bodies.reaction(message, page.id(), name, emoji), message);
        return message;
    }

    synchronized void reactAsPage(String mid, @Nullable String emoji) {
        var message = log.find(mid).orElseThrow(() -> GraphError.invalidParameter("Invalid message id"));
        message.reactAsPage(emoji);
        feed.message(message);
    }

    /** Anything else; {@code contact} says whether it opens Meta's window. */
    synchronized void happen(String field, ObjectNode event, @Nullable Instant at, boolean contact) {
        var when = at == null ? clock.instant() : at;
        if (contact) {
            getInTouch(when);
            feed.customer(this::view);
        }
        tell(field, item(event, when), Subject.NONE);
    }

    synchronized void typing(boolean starts) {
        typingUntil = starts ? clock.instant().plus(TYPING_SHOWS) : Instant.MIN;
        feed.customer(this::view);
    }

    synchronized void contactedAt(@Nullable Instant when) {
        contactAt = when;
        inTouch = true;
        feed.customer(this::view);
    }

    synchronized Optional<Instant> contactAt() {
        return Optional.ofNullable(contactAt);
    }

    synchronized Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** The event, if Pupitre is to hear of it, comes by {@code messaging}, whoever has the thread. */
    synchronized void ownedBy(@Nullable String app, @Nullable ObjectNode event) {
        owner = app;
        feed.customer(this::view);
        if (event != null) {
            tell("messaging_handovers", item(event, clock.instant()), Subject.NONE);
        }
    }

    synchronized List<SandboxMessage> messages() {
        return log.all().stream().map(Message::view).toList();
    }

    synchronized Customer view() {
        var last = log.last();
        return new Customer(
                profile.id(),
                profile.name(),
                profile.pictureColor(),
                page.id(),
                last.map(Message::summary).orElse(null),
                last.map(Message::at).orElse(null),
                log.unreadCount(),
                contactAt,
                clock.instant().isBefore(typingUntil),
                owner);
    }

    void close() {
        webhooks.close();
    }

    private ObjectNode item(ObjectNode event, Instant at) {
        return bodies.fromCustomer(profile.id(), page.id(), at.toEpochMilli(), item -> item.setAll(event));
    }

    /** What is assumed of a new customer gives way to what they do, even if that was long ago. */
    private void getInTouch(Instant when) {
        if (!inTouch || contactAt == null || when.isAfter(contactAt)) {
            contactAt = when;
        }
        inTouch = true;
    }

    private void remember(Message message) {
        log.add(message);
        feed.message(message);
        feed.customer(this::view);
    }

    private void markRead(List<Message> seen) {
        for (var message : seen) {
            message.markRead();
            feed.message(message);
        }
    }

    private void tell(String field, ObjectNode item, Subject about) {
        webhooks.tell(owner, field, item, about);
    }

    /** Times of a thread always grow, so that sorting by them keeps the order even within a millisecond. */
    private Instant nextInstant() {
        newest = Math.max(clock.millis(), newest + 1);
        return Instant.ofEpochMilli(newest);
    }
}
