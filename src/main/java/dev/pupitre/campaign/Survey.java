package dev.pupitre.campaign;

/**
 * The question about satisfaction after a conversation, answered from 1 to 5.
 *
 * @param question is asked with quick replies
 * @param commentQuestion is asked after the answer; where blank, nothing is
 * @param thanks ends the survey; may be blank
 * @param notAgainDays a customer is not asked again for so many days
 */
public record Survey(boolean on, Localised question, Localised commentQuestion, Localised thanks, int notAgainDays) {
    public static final Survey OFF = new Survey(false, Localised.NONE, Localised.NONE, Localised.NONE, 30);
}
