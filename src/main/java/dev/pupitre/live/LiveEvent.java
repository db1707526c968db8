package dev.pupitre.live;

/**
 * A change that browsers show at once.
 *
 * @param name the event's name on the line: {@code conversation}, {@code message}, {@code presence}
 * @param data a record that is written as JSON: the new state, never a difference, so that twice does no harm
 * @param audience who is told
 */
public record LiveEvent(String name, Object data, Audience audience) {}
