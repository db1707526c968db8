package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Foreseen;
import dev.pupitre.conversation.Progress;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.engine.BpmnError;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a conversation into the queue its rules chose, from where the next agent with room gets it. */
@Component
class QueueConversationWorker implements TaskWorker<QueueConversationWorker.Input, QueueConversationWorker.Output> {
    /**
     * @param campaign on which the process has settled, whatever the table {@code listening} gave
     * @param round how often the process has heard that it was handed on; null for never
     * @param whereabouts of a process that has begun again: its route is where it goes on, not what the table said
     */
    record Input(
            ConversationId conversationId,
            @Nullable CampaignId campaign,
            @Nullable Route routing,
            @Nullable Integer round,
            @Nullable String whereabouts) {}

    /**
     * @param queued false when the queue is full, and the campaign ends such conversations
     * @param assignee who has been given it already, in a repeat
     */
    record Output(boolean queued, @Nullable String assignee) {}

    /** The customer's conversation ended in another way before its process came here. */
    static class ConversationGone extends BpmnError {
        ConversationGone(ConversationId id) {
            super("CONVERSATION_GONE", "Expected conversation " + id + " to be open, but it is over");
        }
    }

    private final Conversations conversations;
    private final Choice choice;
    private final RouteReader routes;
    private final Overflows overflows;
    private final Routing routing;
    private final AutomaticMessages messages;
    private final Wordings wordings;
    private final Foreseen foreseen;

    QueueConversationWorker(
            Conversations conversations,
            Choice choice,
            RouteReader routes,
            Overflows overflows,
            Routing routing,
            AutomaticMessages messages,
            Wordings wordings,
            Foreseen foreseen) {
        this.conversations = conversations;
        this.choice = choice;
        this.routes = routes;
        this.overflows = overflows;
        this.routing = routing;
        this.messages = messages;
        this.wordings = wordings;
        this.foreseen = foreseen;
    }

    @Override
    public String taskType() {
        return "queue-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        var campaign = choice.campaign(input.campaign());
        return queueFirst(input, campaign).orElseGet(() -> queue(input, campaign));
    }

    /** The usual way: nobody is counted at the door, and nothing has happened since it was prepared. */
    private Optional<Output> queueFirst(Input input, Campaign campaign) {
        var id = input.conversationId();
        if (input.round() != null || campaign.waiting().maximum() > 0) {
            return Optional.empty();
        }
        return conversations.freshlyPrepared(id).flatMap(progress -> {
            var wanted = routes.read(progress, campaign, input.routing());
            return conversations
                    .queueFirst(
                            id, campaign.id(), wanted.priority(), wanted.pool().team())
                    .map(queued -> let(queued, campaign, new Overflows.Admission(wanted.pool(), null), wanted))
                    .map(output -> confirmed(output, progress, input));
        });
    }

    private Output queue(Input input, Campaign campaign) {
        var id = input.conversationId();
        var progress = conversations.progress(id);
        if (progress.isHandedOnSince(input.round())) {
            // What hands it on leads the process to its queue next.
            return new Output(true, null);
        }
        var conversation = progress.conversation();
        if (conversation.state() == ConversationState.WAITING && routing.isQueued(id)) {
            // A repeated job: it was decided where it waits, but perhaps not told to all.
            routing.enqueueAgain(conversation);
            return new Output(true, null);
        }
        var wanted = routes.read(progress, campaign, input.routing());
        var admission = overflows.admit(progress, campaign, wanted);
        if (admission.isEmpty()) {
            return new Output(false, null);
        }
        var queued = conversations
                .queue(
                        id,
                        campaign.id(),
                        wanted.priority(),
                        input.round(),
                        admission.get().pool().team())
                .orElseThrow(() -> new ConversationGone(id));
        return confirmed(let(queued, campaign, admission.get(), wanted), progress, input);
    }

    private Output confirmed(Output output, Progress progress, Input input) {
        if (input.routing() != null && input.whereabouts() == null) {
            foreseen.confirm(progress, input.routing().outputs());
        }
        return output;
    }

    private Output let(
            Conversation queued, Campaign campaign, Overflows.Admission admission, RouteReader.Wanted wanted) {
        greet(queued, campaign);
        routing.enqueue(queued, admission, wanted.expertise());
        return new Output(
                true, queued.assignee() == null ? null : queued.assignee().id());
    }

    /** Once, at the beginning; nobody is greeted again who was answered, or waits again. */
    private void greet(Conversation conversation, Campaign campaign) {
        if (campaign.greeting().on() && conversation.firstResponseAt() == null) {
            messages.sayInPrivate(
                    conversation.id(),
                    "greeting",
                    wordings.render(campaign.greeting().text(), conversation));
        }
    }
}
