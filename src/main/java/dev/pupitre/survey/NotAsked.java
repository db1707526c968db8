package dev.pupitre.survey;

import dev.pupitre.conversation.Reason;

/** Why a survey itself spares a customer; the screens have words for the name. */
enum NotAsked {
    SURVEY_PRIVATE_ONLY("Surveys are for private messages only"),
    SURVEY_HELD_UP("The engine could not carry the survey out; it waits until somebody has mended that"),
    SURVEYED_RECENTLY("The customer was asked within the last %d days");

    private final String sentence;

    NotAsked(String sentence) {
        this.sentence = sentence;
    }

    Reason because(Object... facts) {
        return new Reason(name(), sentence.formatted(facts));
    }
}
