package dev.pupitre.page;

import dev.pupitre.page.Health.TokenState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what holds a Page after it was looked at. */
final class HoldRule {
    /** So often in a row a look may be more right than a refused message. */
    static final int ROUNDS = 3;

    private static final String CONTRADICTION =
            "Facebook refuses messages for their access token, though it calls that token valid: connect the Page again";

    /**
     * That a look let a Page go on whose messages had been refused.
     *
     * @param rounds how often in a row, without a message that went out in between
     */
    record Reprieve(int rounds, Instant at) {}

    /** What holds the Page from now on, and what is remembered for the next time. */
    record Outcome(@Nullable Hold hold, @Nullable Reprieve reprieve) {}

    private HoldRule() {}

    /** @param asked somebody wants to see whether it works: what only people can judge is given another try */
    static Outcome after(StoredPage page, Health health, boolean asked, Instant now) {
        var before = page.hold();
        if (health.tokenState() == TokenState.UNKNOWN) {
            return new Outcome(before, page.reprieve());
        }
        if (Diagnosis.isBroken(health)) {
            return new Outcome(broken(before, health, now), page.reprieve());
        }
        if (before == null) {
            return new Outcome(null, page.reprieve());
        }
        return switch (before.cause()) {
            case TOKEN -> refused(page, before, asked, now);
            case REFUSED, DEAUTHORISED -> new Outcome(asked ? null : before, page.reprieve());
            case RESTRICTED -> new Outcome(before.isOver(now) ? null : before, page.reprieve());
        };
    }

    private static Hold broken(@Nullable Hold before, Health health, Instant now) {
        var since = before != null && before.cause() != Hold.Cause.RESTRICTED ? before.since() : now;
        var cause = before != null && before.cause() == Hold.Cause.DEAUTHORISED
                ? Hold.Cause.DEAUTHORISED
                : Hold.Cause.TOKEN;
        return new Hold(cause, Diagnosis.reason(health), since, null);
    }

    private static Outcome refused(StoredPage page, Hold hold, boolean asked, Instant now) {
        if (page.health() != null && Diagnosis.isBroken(page.health())) {
            return new Outcome(null, page.reprieve());
        }
        var rounds = roundsOf(page);
        if (rounds < ROUNDS || asked) {
            return new Outcome(null, new Reprieve(Math.min(rounds + 1, ROUNDS), now));
        }
        return new Outcome(new Hold(Hold.Cause.REFUSED, CONTRADICTION, hold.since(), null), page.reprieve());
    }

    private static int roundsOf(StoredPage page) {
        var reprieve = page.reprieve();
        var sent = page.lastSendAt();
        if (reprieve == null || (sent != null && sent.isAfter(reprieve.at()))) {
            return 0;
        }
        return reprieve.rounds();
    }
}
