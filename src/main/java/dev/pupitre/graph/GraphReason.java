package dev.pupitre.graph;

/** Why Facebook did not do what was asked: screens have words for the name, and everybody else reads the sentence. */
public enum GraphReason {
    ANSWERED_ELSEWHERE("Another application answers this customer at the moment"),
    ANSWERED_PRIVATELY("The comment was answered privately before"),
    COMMENT_NOT_ANSWERABLE("This comment cannot be answered privately"),
    CUSTOMER_UNKNOWN("Facebook does not know this customer"),
    CUSTOMER_UNREACHABLE("The customer cannot be reached on Messenger"),
    EMPTY_MESSAGE("Facebook takes no empty message"),
    FACEBOOK_BUSY("Facebook is busy or takes no more messages for a moment"),
    FACEBOOK_UNREACHABLE("Facebook cannot be reached"),
    FILE_GONE("The file is no longer here"),
    FILE_NOT_TAKEN("Facebook could not take the file"),
    FILE_TOO_LARGE("The file is too large for Facebook"),
    FILE_UNUSABLE("Facebook has no usable file"),
    INBOX_TERMS("The Page's administrator has to accept Facebook's inbox terms"),
    KIND_RETIRED("Facebook no longer accepts this kind of message"),
    NOT_ALLOWED("Facebook does not allow Pupitre to write for this Page"),
    NOT_CONFIRMED("Facebook did not confirm the message: it may or may not have been sent"),
    OUTSIDE_WINDOW("More than 24 hours have passed since the customer last wrote"),
    PAGE_RESTRICTED("Facebook does not let the Page send messages for a while"),
    REFUSED("Facebook refused the message"),
    REFUSED_BY_ADDRESS("Facebook's address refused the message"),
    TEXT_TOO_LONG("Facebook takes no text as long as this"),
    TOKEN_DEAD("Facebook no longer accepts the Page's access: the Page has to be connected again"),
    TOKEN_UNUSABLE("The Page's access token cannot be used: the Page has to be connected again"),
    TOO_OFTEN("Facebook takes no further message of this kind for the customer now");

    private final String sentence;

    GraphReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
