package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A conversation's document: in the collection {@code live} under its thread, which makes it the thread's only one, and
 * when it is over in {@code recordings} under its own id.
 *
 * @param id the document's key, see above
 * @param moved how many messages, the oldest, were moved to {@code transcripts}
 * @param messages all later ones, oldest first
 * @param since how many messages the customer wrote since the agent last pressed "resolve"
 * @param resolution the last "resolve", by its ref
 * @param reopened the last "resolve" that was answered by giving the conversation back
 * @param score what the customer gave it, 1 to 5, when it was over
 * @param movedSaid how many of the moved ones were said, see {@link StoredMessage#isSaid}; null in earlier versions
 * @param stretches where it was from when to when
 */
record StoredConversation(
        @Id String id,
        String thread,
        ConversationId conversationId,
        ConversationState state,
        Party page,
        Party customer,
        @Nullable CampaignId campaign,
        @Nullable Party assignee,
        int priority,
        Instant openedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant closedAt,
        Instant lastActivityAt,
        int unanswered,
        int moved,
        List<StoredMessage> messages,
        List<Due> due,
        int since,
        @Nullable String resolution,
        @Nullable String reopened,
        Origin origin,
        @Nullable CustomerProfile profile,
        Window window,
        Service service,
        Course course,
        List<String> tags,
        @Nullable Integer score,
        @Nullable Integer movedSaid,
        Stretches stretches,
        long version) {

    /** The "resolve" by which an erased conversation's process comes to its end. */
    static final String ERASED = "erased";

    /** Meta Platform, standard messaging window. */
    private static final Duration WINDOW = Duration.ofHours(24);

    /** Conversations that were stored before there were other kinds are plain ones. */
    StoredConversation {
        origin = requireNonNullElse(origin, Origin.MESSENGER);
        window = requireNonNullElse(window, Window.CLOSED);
        service = requireNonNullElse(service, Service.NEW);
        course = requireNonNullElse(course, Course.BEGUN);
        tags = requireNonNullElse(tags, List.of());
        stretches = requireNonNullElse(stretches, Stretches.NONE);
    }

    /** A new one, with what the customer did first, that its process has yet to hear of. */
    static StoredConversation opened(
            String thread,
            ConversationId id,
            Party page,
            Party customer,
            @Nullable CustomerProfile profile,
            Origin origin,
            Window window,
            List<StoredMessage> messages,
            List<Due> due,
            Instant now) {
        return new StoredConversation(
                thread,
                thread,
                id,
                ConversationState.NEW,
                page,
                customer,
                null,
                null,
                0,
                now,
                null,
                null,
                null,
                now,
                1,
                0,
                messages,
                due,
                1,
                null,
                null,
                origin,
                profile,
                window,
                Service.NEW,
                Course.begunBy(due),
                List.of(),
                null,
                null,
                Stretches.NONE,
                1);
    }

    /** The same, over before it began: nothing of it is told to anybody. */
    StoredConversation over(ConversationState as, String why, Instant now) {
        return new StoredConversation(
                id,
                thread,
                conversationId,
                as,
                page,
                customer,
                campaign,
                assignee,
                priority,
                openedAt,
                queuedAt,
                assignedAt,
                now,
                now,
                0,
                moved,
                messages,
                due.stream().filter(each -> !each.kind().isForEngine()).toList(),
                since,
                why,
                reopened,
                origin,
                profile,
                window,
                service,
                course,
                tags,
                score,
                movedSaid,
                stretches,
                version);
    }

    /** The copy that is kept under the conversation's own id when it is over. */
    StoredConversation recorded() {
        return new StoredConversation(
                conversationId.value(),
                thread,
                conversationId,
                state,
                page,
                customer,
                campaign,
                assignee,
                priority,
                openedAt,
                queuedAt,
                assignedAt,
                closedAt,
                lastActivityAt,
                unanswered,
                moved,
                messages,
                List.of(),
                since,
                resolution,
                reopened,
                origin,
                profile,
                window,
                service,
                course,
                tags,
                score,
                movedSaid,
                stretches,
                version);
    }

    Conversation view() {
        return ConversationView.of(this);
    }

    /** How much the customer and those who answer have said to each other. */
    int said() {
        return (movedSaid == null ? moved : movedSaid)
                + (int) messages.stream().filter(StoredMessage::isSaid).count();
    }

    /** Until when the customer may be written to freely; null where no window was ever opened. */
    @Nullable
    Instant windowClosesAt() {
        return window.openedAt() == null ? null : window.openedAt().plus(WINDOW);
    }

    /** What the customer wrote first. */
    String firstWords() {
        return messages.stream()
                .filter(StoredMessage::isOfCustomer)
                .findFirst()
                .map(StoredMessage::text)
                .orElse("");
    }

    /** What the customer wrote last. */
    String lastWords() {
        return messages.reversed().stream()
                .filter(StoredMessage::isOfCustomer)
                .findFirst()
                .map(StoredMessage::text)
                .orElse("");
    }

    /** How much the customer has written after this message. */
    int writtenAfter(MessageId heard) {
        return (int) messages.stream()
                .dropWhile(message -> !message.id().equals(heard))
                .skip(1)
                .filter(StoredMessage::isOfCustomer)
                .count();
    }

    /** The messages of this document as the desk sees them. */
    List<Message> views() {
        return IntStream.range(0, messages.size())
                .mapToObj(index -> messages.get(index).at(moved + index + 1, customer))
                .toList();
    }

    Optional<Message> withKey(String key) {
        return IntStream.range(0, messages.size())
                .filter(index -> messages.get(index).key().equals(key))
                .mapToObj(index -> messages.get(index).at(moved + index + 1, customer))
                .findFirst();
    }

    Optional<Message> withId(MessageId message) {
        return views().stream().filter(view -> view.id().equals(message)).findFirst();
    }

    /** Whether the agent who has it has written since it came into their hands. */
    boolean isAnswered() {
        var answered = service.firstResponseAt();
        return assignee != null
                && assignedAt != null
                && ((answered != null && !answered.isBefore(assignedAt))
                        || messages.stream()
                                .filter(message ->
                                        !message.isNote() && !message.at().isBefore(assignedAt))
                                .map(StoredMessage::author)
                                .anyMatch(author -> author.kind() == Author.Kind.AGENT
                                        && assignee.id().equals(author.id())));
    }

    /** Nothing is left of its customer, and nothing is added any more. */
    boolean isErased() {
        return thread.equals(ERASED);
    }

    boolean isAssignedTo(String agent) {
        return assignee != null && assignee.id().equals(agent);
    }
}
