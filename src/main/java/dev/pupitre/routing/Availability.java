package dev.pupitre.routing;

/** Only an agent who is online is given conversations. */
enum Availability {
    ONLINE,
    AWAY,
    OFFLINE
}
