package dev.pupitre.assistant;

import java.util.regex.Pattern;

/** What customers say about the conversation itself, in French or English, whatever the accents and the case. */
final class Wishes {
    private static final String PERSON =
            "(?:(?:un|une|le|la|l|a|an|the|some|your|vos|votre|one of your|any|autre|other|another"
                    + "|vrai|vraie|real|live|actual|human|true) )*"
                    + "(?:quelqu ?un|personne|humain|humaine|etre humain|vraie personne|conseiller|conseillere|agent|agente"
                    + "|operateur|operatrice|interlocuteur|technicien|vendeur|vendeuse|collegue|employe|employee|responsable"
                    + "|service client|service clients|support client"
                    + "|someone|somebody|person|human|human being|people|representative|rep|advisor|adviser|operator"
                    + "|colleague|manager|supervisor|member of (?:staff|the team|your team)|staff|customer service|customer support)s?";
    private static final String FEW_WORDS = "(?: [\\p{L}\\p{N}]+){0,5}? ";
    private static final String POLITE = "(?:bonjour|bonsoir|salut|hello|hi|hey|svp|stp|s il vous plait|s il te plait"
            + "|please|pls|plz|merci|thanks|thank you|maintenant|now|directement|vite|ok|oui|yes|non|no|juste|just)";

    /** Whatever comes between and after: "can I talk about this with someone from the shop". */
    private static final Pattern TALK = Pattern.compile("\\b(?:parler|parle|discuter|echanger|dialoguer|causer"
            + "|mett(?:re|ez|ez moi) en (?:relation|contact)|mise en relation|en relation|passe[rz] moi|passez|transfere[rz]"
            + "|joindre|speak|speaking|talk|talking|chat|chatting|connect|transfer|put me through|pass me|reach)"
            + FEW_WORDS + PERSON + "\\b");

    /** To want a person is to want one to answer only where nothing follows: "I need an agent for Lyon" is a question. */
    private static final Pattern WANT = Pattern.compile("\\b(?:veux|voudrais|souhaite|souhaiterais|prefere|prefererais"
            + "|aimerais|besoin d|donnez moi|want|need|would like|d like|prefer|would prefer|get me|give me|get)"
            + " (?:(?:avoir|voir|to have|to see) )?" + PERSON + "(?: " + POLITE + ")*$");

    private static final Pattern ONLY = Pattern.compile("^(?:" + POLITE + " )*" + PERSON + "(?: " + POLITE + ")*$");
    private static final Pattern NO_ROBOT =
            Pattern.compile("\\b(?:pas|plus|marre|not|stop|arrete[rz]?|don t|no more|hate)\\b" + FEW_WORDS
                    + "(?:robot|bot|chatbot|machine|automate|repondeur|ia|ai)\\b");
    private static final Pattern RATHER_NOT = Pattern.compile(
            "\\b(?:ne (?:veux|souhaite|voudrais) pas|pas besoin|inutile|sans|don t (?:want|need)|do not (?:want|need)|no need|without)"
                    + FEW_WORDS.replace("0,5", "0,3") + PERSON + "\\b");

    private static final String FAREWELL =
            "(?:merci|mille mercis|thanks|thank you|thx|cheers|au revoir|bye|goodbye|bye bye"
                    + "|c est tout|ce sera tout|that s all|that is all|that s it|rien d autre|nothing else)";
    private static final String SATISFIED =
            "(?:parfait|super|genial|top|nickel|tres bien|bien|d accord|entendu|ca marche|ok"
                    + "|okay|great|perfect|fine|good|excellent|oui|yes|non|no|beaucoup|bien|infiniment|a vous|bonne journee|bonne soiree"
                    + "|bon week end|a bientot|very much|so much|a lot|for your help|pour votre aide|pour tout|have a (?:nice|good|great) day"
                    + "|then|alors|for now|pour l instant|it|cool|nice|compris|understood|got it|vu|note)";
    private static final Pattern ENDS =
            Pattern.compile("^(?:" + SATISFIED + " )*" + FAREWELL + "(?: (?:" + SATISFIED + "|" + FAREWELL + "))*$");
    private static final Pattern NODS = Pattern.compile("^" + SATISFIED + "(?: " + SATISFIED + ")*$");

    private Wishes() {}

    /** They want a human. */
    static boolean aHuman(String text) {
        var plain = PlainText.of(text);
        if (NO_ROBOT.matcher(plain).find()) {
            return true;
        }
        return !RATHER_NOT.matcher(plain).find()
                && (TALK.matcher(plain).find()
                        || WANT.matcher(plain).find()
                        || ONLY.matcher(plain).matches());
    }

    /** They have what they wanted, and say good-bye or thanks, and nothing else. */
    static boolean theEnd(String text) {
        return ENDS.matcher(PlainText.of(text)).matches();
    }

    /** They have understood; nothing has to be said to that. */
    static boolean nothing(String text) {
        var plain = PlainText.of(text);
        return plain.isEmpty() || NODS.matcher(plain).matches();
    }
}
