package dev.pupitre.conversation;

import dev.pupitre.engine.BpmnError;
import dev.pupitre.engine.ProcessRun;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.CampaignId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prepares a conversation that is listened to for what follows: its campaign, the moment as the campaign's schedule
 * tells it, and the campaign's limits of time. While the desk is open, a new customer is greeted.
 */
@Component
class PrepareConversationWorker implements TaskWorker<HeardFacts, PrepareConversationWorker.Output> {
    /**
     * The process's variables from here on.
     *
     * @param locale the customer's, who may not have been known when the process began
     * @param assistant whether the campaign's AI agent answers first
     * @param chatTime as the model's timers read it; so is the next one
     */
    record Output(
            CampaignId campaign,
            String schedule,
            String localDate,
            String weekday,
            String localTime,
            @Nullable String locale,
            boolean assistant,
            String chatTime,
            String idle) {}

    private final Preparation preparation;
    private final AutomaticMessages messages;
    private final Wordings wordings;
    private final Profiles profiles;
    private final ProcessDrawings drawings;

    PrepareConversationWorker(
            Preparation preparation,
            AutomaticMessages messages,
            Wordings wordings,
            Profiles profiles,
            ProcessDrawings drawings) {
        this.preparation = preparation;
        this.messages = messages;
        this.wordings = wordings;
        this.profiles = profiles;
        this.drawings = drawings;
    }

    @Override
    public String taskType() {
        return "prepare-conversation";
    }

    @Override
    public Class<HeardFacts> inputType() {
        return HeardFacts.class;
    }

    @Override
    public Output handle(HeardFacts input) {
        return prepare(input, null);
    }

    @Override
    public Output handle(HeardFacts input, ProcessRun run) {
        return prepare(input, drawings.led(run));
    }

    private Output prepare(HeardFacts input, @Nullable Led led) {
        var prepared = preparation
                .prepare(input, led)
                .orElseThrow(() -> new BpmnError(
                        "CONVERSATION_GONE", "Expected conversation %s to be new".formatted(input.conversationId())));
        if (prepared.refusal() != null) {
            throw new BpmnError("NOT_FOR_CAMPAIGN", prepared.refusal().words());
        }
        greet(prepared);
        var campaign = prepared.campaign();
        var timers = ProcessTimers.of(campaign);
        var moment = prepared.moment();
        return new Output(
                campaign.id(),
                moment.schedule(),
                moment.localDate(),
                moment.weekday(),
                moment.localTime(),
                prepared.locale(),
                campaign.assistant().on() && !prepared.conversation().service().botPaused(),
                timers.chatTime(),
                timers.idle());
    }

    /** Once, however often it is prepared: who found the desk closed is greeted when it opens. */
    private void greet(Preparation.Prepared prepared) {
        var greeting = prepared.campaign().greeting();
        if (greeting.on() && prepared.open()) {
            var conversation = Wordings.isPersonal(greeting.text())
                    ? profiles.introduced(prepared.conversation())
                    : prepared.conversation();
            messages.sayInPrivate(
                    conversation.conversationId(), "greeting", wordings.render(greeting.text(), conversation.view()));
        }
    }
}
