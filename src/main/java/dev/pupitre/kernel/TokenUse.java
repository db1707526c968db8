package dev.pupitre.kernel;

/**
 * How a program proved who it is: the details of its authentication.
 *
 * @param id of the API token
 * @param name as whoever made it called it
 * @param readOnly whether it may change nothing
 */
public record TokenUse(String id, String name, boolean readOnly) {}
