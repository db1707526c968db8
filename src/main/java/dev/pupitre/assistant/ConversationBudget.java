package dev.pupitre.assistant;

import dev.pupitre.conversation.AiAgent;
import dev.pupitre.kernel.ConversationId;

/** What a conversation may cost, kept with it: over all its turns, their repeats and the nodes they are taken on. */
record ConversationBudget(AiAgent agent, ConversationId id, long limit) implements Budget {
    @Override
    public boolean reserve(long cost) {
        return agent.reserve(id, cost, limit);
    }

    @Override
    public void giveBack(long cost) {
        agent.giveBack(id, cost);
    }
}
