package dev.pupitre.assistant;

/** What a conversation's answers may cost, in millionths of the currency that the prices are in. */
interface Budget {
    /** Takes so much before it is spent; false when the limit does not allow it. */
    boolean reserve(long cost);

    /** Gives back what was not spent; less than nothing where it was more. */
    void giveBack(long cost);
}
