package dev.pupitre.survey;

import dev.pupitre.kernel.ConversationId;

/** A customer has given a score or a comment; repeated after a crash. */
public record SurveyAnswered(ConversationId conversation) {}
