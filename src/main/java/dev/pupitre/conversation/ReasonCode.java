package dev.pupitre.conversation;

/** What keeps Pupitre itself from doing something: screens have words for the name, everybody else reads the sentence. */
enum ReasonCode {
    BELONGS_TO_NO_APP("A conversation under a comment belongs to no application"),
    BLOCK_NOT_PERMITTED("The Page's access lacks Facebook's permission to block people (pages_manage_engagement)"),
    BOT_PAUSED("A human has answered in Facebook's own inbox: nothing automatic is sent any more"),
    COMMENT_GONE("There is no comment left to answer"),
    COMMENT_NO_COURTESIES("Greetings and goodbyes are not said under a comment, for all to read"),
    COMMENT_TOLD_BEFORE("Under a comment the desk says one thing by itself, for all to read, and has said it"),
    CUSTOMER_ELSEWHERE("Another application answers the customer at the moment"),
    FILE_ELSEWHERE("The file does not lie with Facebook, and was not fetched"),
    FILE_EXPIRED("Facebook does not have this file any more"),
    FILE_NOT_FETCHED("The file could not be fetched from Facebook"),
    FILE_KIND_NOT_TAKEN("is of a kind that Messenger does not take"),
    FILE_OF_OTHER_KIND("Facebook sent something else than it had said"),
    FILE_OVER_LIMIT("The file is too large"),
    FILE_WITHOUT_ADDRESS("Facebook did not say where the file is"),
    HUMAN_AGENT_AUTOMATIC(
            "Only what a human has written may be sent with the Human Agent tag, whatever the table says"),
    NEVER_CONFIRMED("Facebook has not confirmed this message: the customer may have it or not"),
    NOT_CONFIRMED_YET("Meta has not confirmed this message yet"),
    NOT_ON_FACEBOOK("Facebook does not have this message"),
    NO_COMMENT("Expected a comment, but the message is a private one"),
    ONLY_LIKES("A comment can be liked, but takes no other sign"),
    PAGE_NOT_CONNECTED("The Page is not connected"),
    PAGE_NOT_CONNECTED_WAITS("The Page is not connected: the message goes out when it is again"),
    SURVEY_BLOCKED("The customer is blocked"),
    SURVEY_NO_AGENT("Nobody of the team answered: the AI agent settled it alone"),
    UNCONFIRMED_TOO_LATE("Facebook did not confirm the message, and it may not be sent again");

    private final String sentence;

    ReasonCode(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
