package dev.pupitre.campaign;

/**
 * What a new conversation begins with.
 *
 * @param automatedNotice says that an AI agent answers; sent before its first answer
 */
public record Greeting(boolean on, Localised text, Localised automatedNotice) {
    public static final Greeting OFF = new Greeting(false, Localised.NONE, Localised.NONE);
}
