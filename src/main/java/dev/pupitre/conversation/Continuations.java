package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.conversation.KnownThreads.KnownThread;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets an agent go on with what was resolved.
 *
 * <p>While it is being closed, it is taken back. Once it is over it is a recording, which nothing opens again: a new
 * conversation in the same thread goes on, in the agent's hands from the start.
 */
@Component
public class Continuations {
    private final Conversations conversations;
    private final LiveConversations live;
    private final LiveEndings endings;
    private final KnownThreads knownThreads;
    private final Openings openings;
    private final Customers customers;
    private final MessagingRules rules;
    private final Signals signals;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Continuations(
            Conversations conversations,
            LiveConversations live,
            LiveEndings endings,
            KnownThreads knownThreads,
            Openings openings,
            Customers customers,
            MessagingRules rules,
            Signals signals,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.live = live;
        this.endings = endings;
        this.knownThreads = knownThreads;
        this.openings = openings;
        this.customers = customers;
        this.rules = rules;
        this.signals = signals;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes back what this agent has resolved and its process has not closed yet; empty where it has. */
    public Optional<Conversation> takeBack(ConversationId id, UserId agent) {
        var resolution = conversations.stored(id).resolution();
        var back = resolution == null
                ? Optional.<StoredConversation>empty()
                : endings.takeBack(id, agent.value(), resolution, clock.instant());
        back.ifPresent(announcements::conversation);
        return back.map(StoredConversation::view);
    }

    /** The conversation that is open in the same thread by now. */
    public Optional<Conversation> openBeside(ConversationId over) {
        return live.find(conversations.stored(over).thread())
                .filter(found -> found.state().isOpen())
                .map(StoredConversation::view);
    }

    /**
     * Opens the next conversation of the thread, in this agent's hands; its process takes it up there, and neither
     * greets nor asks the tables.
     *
     * @param next the id that it gets
     * @return empty when another one is open in the thread by now
     * @throws CustomerBlocked when the customer is to be unblocked first
     * @throws ConversationOver when nothing is left of it
     * @throws MessageRefused when the agent could not write to the customer now
     */
    public Optional<Conversation> goOn(ConversationId over, ConversationId next, UserId agent, String name) {
        var before = conversations.stored(over);
        if (before.isErased()) {
            throw new ConversationOver(before.state());
        }
        if (customers.isBlocked(before.page().id(), before.customer().id())) {
            throw new CustomerBlocked();
        }
        openings.clearTheWay(before.thread());
        var line = StoredMessage.line(
                ids.newMessage(),
                UUID.randomUUID().toString(),
                new Happening(Happening.Type.CONTINUED, Map.of("by", name, "id", over.value())),
                clock.instant());
        var opened = next(before, next, new Party(agent.value(), name), line, clock.instant());
        var verdict = rules.policy(opened).now();
        if (!verdict.allowed()) {
            throw new MessageRefused(verdict);
        }
        if (!live.open(opened)) {
            return Optional.empty();
        }
        signals.handOn(opened);
        announcements.conversation(opened);
        announcements.message(opened, line.id());
        return Optional.of(opened.view());
    }

    private StoredConversation next(
            StoredConversation before, ConversationId id, Party agent, StoredMessage line, Instant now) {
        var thread = knownThreads.find(before.thread());
        // Under a post several people write in one thread: only what is newer about the same one counts.
        var same = thread.filter(known -> known.customer() != null
                && known.customer().id().equals(before.customer().id()));
        var campaign = Optional.ofNullable(before.campaign()).orElse(Campaign.CATCH_ALL);
        return new StoredConversation(
                before.thread(),
                before.thread(),
                id,
                ConversationState.ASSIGNED,
                before.page(),
                same.map(KnownThread::customer).orElse(before.customer()),
                campaign,
                agent,
                before.priority(),
                now,
                null,
                now,
                null,
                now,
                0,
                0,
                List.of(line),
                List.of(new Due(Due.Kind.BEGIN_AGAIN, UUID.randomUUID().toString(), now)),
                0,
                null,
                null,
                new Origin(
                        before.origin().channel(),
                        before.origin().post(),
                        before.origin().referral(),
                        before.conversationId()),
                same.map(KnownThread::profile).orElse(before.profile()),
                before.window().or(thread.map(KnownThread::window).orElse(Window.CLOSED)),
                Service.NEW,
                Course.BEGUN,
                before.tags(),
                null,
                null,
                Stretches.begunBy(agent.id(), campaign, now),
                1);
    }
}
