package dev.pupitre.assistant;

/** Why the AI agent hands over; the desk says it in words. */
enum Reason {
    /** A human is at it already. */
    HUMAN,
    /** The customer asked for a human. */
    REQUESTED,
    /** It knows no answer. */
    UNKNOWN,
    /** It has answered as often as the campaign wants it to. */
    TURNS,
    /** There is something in the messages that it cannot read, such as a picture. */
    ATTACHMENT,
    /** The model did not answer, not in time, or not in a way that can be used. */
    FAILED,
    /** One more answer of the model might cost more than the campaign allows. */
    COST,
    /** The campaign wants a model, but none is set up. */
    NO_MODEL,
    /** What it says could not be sent. */
    NOT_ALLOWED,
    /** The campaign does not want it any more. */
    OFF
}
