package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a conversation, or finds that the customer wrote after the agent had resolved it. */
@Component
class CloseConversationWorker implements TaskWorker<CloseConversationWorker.Input, CloseConversationWorker.Output> {
    /**
     * @param resolution none when the task was completed in Tasklist, or there was none
     * @param turn how the AI agent's last turn ended, if it had one
     * @param round how often its process has heard that it was handed on
     */
    record Input(
            ConversationId conversationId,
            @Nullable String resolution,
            @Nullable String turn,
            @Nullable Integer round) {}

    /** @param survey whether the customer is to be asked how it was */
    record Output(boolean reopened, boolean survey) {}

    /** The step of the process in whose place the line stands. */
    private static final String SURVEY = "survey";

    private final Closing closing;
    private final Idleness idleness;
    private final LiveConversations live;
    private final Recordings conversations;
    private final Campaigns campaigns;
    private final Customers customers;
    private final Postscripts postscripts;

    CloseConversationWorker(
            Closing closing,
            Idleness idleness,
            LiveConversations live,
            Recordings conversations,
            Campaigns campaigns,
            Customers customers,
            Postscripts postscripts) {
        this.closing = closing;
        this.idleness = idleness;
        this.live = live;
        this.conversations = conversations;
        this.campaigns = campaigns;
        this.customers = customers;
        this.postscripts = postscripts;
    }

    @Override
    public String taskType() {
        return "close-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        if (Automation.Outcome.ANSWERED.name().equals(input.turn())) {
            live.find(input.conversationId()).ifPresent(idleness::sayGoodbyeOfAssistant);
            if (closing.isWrittenInAfterAll(input.conversationId())) {
                return new Output(true, false);
            }
        }
        live.find(input.conversationId())
                .filter(conversation -> conversation.state() == ConversationState.CLOSING)
                .ifPresent(conversation -> idleness.sayGoodbye(conversation, input.resolution()));
        var resolution = input.resolution();
        var sentAway = ClosedDesk.isItsWord(resolution);
        var reopened = (resolution == null || sentAway)
                ? closing.complete(input.conversationId(), input.round())
                : closing.close(input.conversationId(), resolution);
        var erased = StoredConversation.ERASED.equals(resolution);
        return new Output(reopened, !reopened && !erased && !sentAway && isToBeAsked(input));
    }

    /** Whom nobody answered, as the desk was closed or the queue full, is not asked, and expects no survey either. */
    private boolean isToBeAsked(Input input) {
        var over = conversations
                .find(input.conversationId())
                .filter(found -> found.state() == ConversationState.CLOSED && !Continued.isVain(found))
                .filter(found -> found.assignedAt() != null || isSettledByAssistant(found))
                .filter(this::isWanted);
        var reason = over.flatMap(this::reasonAgainst);
        reason.ifPresent(found -> postscripts.notSent(input.conversationId(), SURVEY, Reason.of(found)));
        return over.isPresent() && reason.isEmpty();
    }

    private static boolean isSettledByAssistant(StoredConversation over) {
        var automation = over.service().automation();
        return automation.firstAnswerAt() != null && automation.outcome() != Automation.Outcome.HAND_OFF;
    }

    private boolean isWanted(StoredConversation over) {
        return Optional.ofNullable(over.campaign())
                .flatMap(campaigns::find)
                .map(campaign -> campaign.survey().on())
                .orElse(false);
    }

    private Optional<ReasonCode> reasonAgainst(StoredConversation over) {
        if (customers.isBlocked(over.page().id(), over.customer().id())) {
            return Optional.of(ReasonCode.SURVEY_BLOCKED);
        }
        return over.assignedAt() == null ? Optional.of(ReasonCode.SURVEY_NO_AGENT) : Optional.empty();
    }
}
