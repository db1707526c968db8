package dev.pupitre.story;

import java.util.Arrays;
import java.util.Random;

/** Kinds of events with how often they come, in a thousand. */
enum SoakKind {
    TEXT(350),
    QUICK_REPLY(50),
    ATTACHMENT(60),
    FILE(20),
    POSTBACK(50),
    STANDBY(10),
    ECHO(50),
    REACTION(60),
    EDIT(40),
    UNSENT(30),
    DELIVERY(60),
    READ(60),
    REFERRAL(20),
    OPT_IN(10),
    ACCOUNT(10),
    FEEDBACK(10),
    CONTROL(10),
    COMMENT(20),
    REPLY(40),
    OF_THE_PAGE(5),
    COMMENT_CHANGED(15),
    MENTION(5),
    RATING(5),
    UNKNOWN(10);

    private final int share;

    SoakKind(int share) {
        this.share = share;
    }

    static SoakKind any(Random random) {
        var left = random.nextInt(
                Arrays.stream(values()).mapToInt(kind -> kind.share).sum());
        for (var kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("Expected a kind");
    }
}
