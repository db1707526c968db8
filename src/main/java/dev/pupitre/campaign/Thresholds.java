package dev.pupitre.campaign;

/**
 * A campaign's limits of time, all in seconds and 0 for none; the clocks stand still outside its hours.
 *
 * @param serviceLevel within this a conversation is to be answered first
 * @param serviceLevelTarget the share of conversations, in percent, that is to reach it
 * @param dropout who waits longer and was not answered counts as lost
 * @param longWait after so long in the queue the customer is told once
 * @param offer an agent who does not open a conversation in this time loses it to the next
 * @param chatTime after so long in an agent's hands they are warned
 * @param idle a conversation in which nobody writes for so long is closed
 */
public record Thresholds(
        int serviceLevel, int serviceLevelTarget, int dropout, int longWait, int offer, int chatTime, int idle) {
    /** 80 % within a minute, as contact centres commonly aim at; nothing ends by itself. */
    public static final Thresholds USUAL = new Thresholds(60, 80, 600, 120, 0, 0, 0);
}
