package dev.pupitre.conversation;

/**
 * How an event may wait for what it needs to know.
 *
 * @param isOver it has waited for as long as it may
 * @param again brings it once more, as soon as that is known
 */
record Waiting(boolean isOver, Runnable again) {}
