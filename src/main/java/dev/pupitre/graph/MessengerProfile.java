package dev.pupitre.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees of a Page in Messenger before the first message, and beside the field for messages.
 *
 * @param getStarted the payload of the button that begins a conversation; null for no button
 */
public record MessengerProfile(
        List<Greeting> greetings, @Nullable String getStarted, List<IceBreaker> iceBreakers, List<MenuItem> menu) {

    /**
     * A welcome in one language.
     *
     * @param locale such as {@code fr_FR}, or {@code default}
     */
    public record Greeting(String locale, String text) {}

    /** A question that is offered to be asked. */
    public record IceBreaker(String question, String payload) {}

    /**
     * One line of the menu.
     *
     * @param value an address, or a payload
     */
    public record MenuItem(Kind kind, String title, String value) {
        /** What pressing it does. */
        public enum Kind {
            LINK,
            POSTBACK
        }
    }
}
