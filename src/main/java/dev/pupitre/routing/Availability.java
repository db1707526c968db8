package dev.pupitre.routing;

/** Only an agent who is online is given conversations. */
public enum Availability {
    ONLINE,
    AWAY,
    OFFLINE
}
