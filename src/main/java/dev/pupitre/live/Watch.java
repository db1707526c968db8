package dev.pupitre.live;

/**
 * What nodes tell each other of one who looks, or does no longer.
 *
 * @param there false when they left
 */
record Watch(String about, Watcher watcher, boolean there) {}
