package dev.pupitre.kernel;

/**
 * How a program proved who it is: the details of its authentication.
 *
 * @param name of the API token, as whoever made it called it
 * @param readOnly whether it may change nothing
 */
public record TokenUse(String name, boolean readOnly) {}
