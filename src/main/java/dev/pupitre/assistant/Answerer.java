package dev.pupitre.assistant;

import dev.pupitre.campaign.Assistant;

/** One way to find answers; never fails, but gives a reason why it has none. */
interface Answerer {
    Assistant.Kind kind();

    Answer answer(Question question);
}
