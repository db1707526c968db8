package dev.pupitre.report;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.AssistantTimes;
import dev.pupitre.conversation.Automation;
import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Summary;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations of which only what reports look at is said. */
final class SummaryFixture {
    static final Instant OPENED = Instant.parse("2026-03-02T10:00:00Z");

    private SummaryFixture() {}

    /** One that nobody has answered. */
    static Conversation conversation(String id, ConversationState state) {
        Conversation conversation = mock();
        given(conversation.id()).willReturn(new ConversationId(id));
        given(conversation.state()).willReturn(state);
        given(conversation.channel()).willReturn(Channel.MESSENGER);
        given(conversation.campaign()).willReturn(new CampaignId("sales"));
        given(conversation.openedAt()).willReturn(OPENED);
        given(conversation.times()).willReturn(Times.NONE);
        return conversation;
    }

    /** So long somebody had it for a campaign. */
    static Times.Handled by(String agent, String campaign, int seconds) {
        return new Times.Handled(agent, new CampaignId(campaign), seconds);
    }

    /** The customer waited in its queue from so long after its beginning until so long after it. */
    static Times.Wait waited(String campaign, int from, int to) {
        return new Times.Wait(OPENED.plusSeconds(from), OPENED.plusSeconds(to), new CampaignId(campaign));
    }

    static Summary of(Conversation conversation, @Nullable Instant assistantAt) {
        return of(conversation, assistantAt, OPENED);
    }

    /** One that may have begun without the customer. */
    static Summary of(Conversation conversation, @Nullable Instant assistantAt, @Nullable Instant askedAt) {
        return new Summary(
                conversation, new Automation(null, null, 0, false, 0L, assistantAt, null), List.of(), false, askedAt);
    }

    /** One in which an AI agent has answered so soon. */
    static Summary of(Conversation conversation, Instant assistantAt, AssistantTimes times) {
        return new Summary(
                conversation, new Automation(null, null, 1, true, 0L, assistantAt, times), List.of(), false, OPENED);
    }

    /** One that an agent went on with by a slip. */
    static Summary vain(Conversation conversation) {
        return new Summary(conversation, new Automation(null, null, 0, false, 0L, null, null), List.of(), true, null);
    }
}
