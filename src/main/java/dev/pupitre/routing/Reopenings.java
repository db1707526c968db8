package dev.pupitre.routing;

import dev.pupitre.conversation.Continuations;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.Ids;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets an agent go on with what was resolved, and counts it among what they have. */
@Component
class Reopenings {
    /** Nothing can be gone on with beside it; the problem names the open one. */
    static final class OpenAlready extends Conflict {
        OpenAlready(Conversation open) {
            super(
                    "Expected nothing open with this customer, but there is a conversation",
                    URI.create("https://pupitre.dev/problems/open-already"),
                    List.of(new FieldProblem("conversation", open.id().value())));
        }
    }

    private final Continuations continuations;
    private final Conversations conversations;
    private final Routing routing;
    private final Places places;
    private final Agents agents;
    private final Presences presences;
    private final Ids ids;

    Reopenings(
            Continuations continuations,
            Conversations conversations,
            Routing routing,
            Places places,
            Agents agents,
            Presences presences,
            Ids ids) {
        this.continuations = continuations;
        this.conversations = conversations;
        this.routing = routing;
        this.places = places;
        this.agents = agents;
        this.presences = presences;
        this.ids = ids;
    }

    /**
     * What was resolved a moment ago is taken back; what is over is gone on with in a new conversation. A repeat answers
     * with what is there.
     */
    Conversation reopen(Caller caller, ConversationId id) {
        var before = conversations.get(id);
        if (before.state() == ConversationState.CLOSING) {
            var back = continuations.takeBack(id, caller.id());
            if (back.isPresent()) {
                return back.get();
            }
        }
        var open = continuations.openBeside(id);
        return open.isPresent() ? same(caller, id, open.get()) : goOn(caller, id, before);
    }

    private Conversation goOn(Caller caller, ConversationId id, Conversation before) {
        var next = ids.newConversation();
        var name = caller.displayName();
        var place = places.take(caller.id(), name, next, before.campaign());
        try {
            var opened = continuations.goOn(id, next, caller.id(), name);
            if (opened.isPresent()) {
                presences.announce(agents.get(caller.id(), name));
                return opened.get();
            }
        } catch (RuntimeException refused) {
            routing.free(caller.getName(), place);
            throw refused;
        }
        routing.free(caller.getName(), place);
        return reopen(caller, id);
    }

    /** It is the one that goes on already, or the customer has begun another. */
    private static Conversation same(Caller caller, ConversationId id, Conversation open) {
        var theirs = Dealer.isHeldBy(caller.getName(), open);
        if (theirs && (id.equals(open.continues()) || id.equals(open.id()))) {
            return open;
        }
        throw new OpenAlready(open);
    }
}
