package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.engine.ProcessRun;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a process that has begun again where its conversation is, which the store knows: it leads on from there. */
@Component
class TakeUpConversationWorker implements TaskWorker<TakeUpConversationWorker.Input, TakeUpConversationWorker.Output> {
    record Input(ConversationId conversationId) {}

    /**
     * The variables that its process would have by now.
     *
     * @param routing who is to answer, where it is in nobody's hands
     * @param round in which it is; what was handed on after it was to begin again is not to be waited for
     * @param assignee in whose hands it is; null where nobody has it
     */
    record Output(
            Whereabouts whereabouts,
            @Nullable CampaignId campaign,
            Signals.@Nullable Route routing,
            boolean assistant,
            String chatTime,
            String idle,
            @Nullable Integer round,
            @Nullable String assignee) {}

    /** As the model's gateway knows them. */
    enum Whereabouts {
        /** An agent has it, or it waits for one. */
        AGENT,
        /** Who answers is to be found. */
        NOBODY,
        OVER
    }

    private final Standstills standstills;
    private final Campaigns campaigns;
    private final ProcessDrawings drawings;

    TakeUpConversationWorker(Standstills standstills, Campaigns campaigns, ProcessDrawings drawings) {
        this.standstills = standstills;
        this.campaigns = campaigns;
        this.drawings = drawings;
    }

    @Override
    public String taskType() {
        return "take-up-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        return output(standstills.find(input.conversationId()));
    }

    @Override
    public Output handle(Input input, ProcessRun run) {
        return output(standstills.takenUp(input.conversationId(), drawings.led(run)));
    }

    private Output output(Optional<StoredConversation> open) {
        var campaign =
                campaigns.findOrCatchAll(open.map(StoredConversation::campaign).orElse(null));
        var timers = ProcessTimers.of(campaign);
        return new Output(
                open.map(TakeUpConversationWorker::whereabouts).orElse(Whereabouts.OVER),
                open.map(StoredConversation::campaign).orElse(null),
                open.map(TakeUpConversationWorker::route).orElse(null),
                campaign.assistant().on(),
                timers.chatTime(),
                timers.idle(),
                open.map(StoredConversation::course).map(Course::round).orElse(null),
                open.map(StoredConversation::assignee).map(Party::id).orElse(null));
    }

    private static Whereabouts whereabouts(StoredConversation conversation) {
        return conversation.state() == ConversationState.NEW ? Whereabouts.NOBODY : Whereabouts.AGENT;
    }

    /** To whom it was handed on last; else the AI agent that has begun, or who goes on for it. */
    private static Signals.Route route(StoredConversation conversation) {
        if (conversation.course().target() != null) {
            return Signals.route(conversation);
        }
        return conversation.service().automation().outcome() == Outcome.HAND_OFF
                ? decided(conversation)
                : new Signals.Route("ai", null, null, null, conversation.priority());
    }

    private static Signals.Route decided(StoredConversation conversation) {
        var outputs = conversation.course().decisions().reversed().stream()
                .filter(decision -> decision.table().equals("routing"))
                .findFirst()
                .map(Decision::outputs)
                .orElse(Map.of());
        var target = text(outputs, "target");
        return new Signals.Route(
                target == null || target.equals("ai") ? "members" : target,
                text(outputs, "team"),
                text(outputs, "agent"),
                text(outputs, "expertise"),
                outputs.get("priority") instanceof Number priority ? priority.intValue() : conversation.priority());
    }

    private static @Nullable String text(Map<String, Object> outputs, String name) {
        return outputs.get(name) instanceof String text ? text : null;
    }
}
