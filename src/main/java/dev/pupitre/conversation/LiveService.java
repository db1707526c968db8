package dev.pupitre.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who answers the open conversations: we, or another application; of two changes the later one counts, whichever comes last. */
@Repository
class LiveService {
    private static final String CONTROL_AT = "service.controlAt";

    private final LiveConversations live;
    private final ResponseClocks clocks;

    LiveService(LiveConversations live, ResponseClocks clocks) {
        this.live = live;
        this.clocks = clocks;
    }

    /** Another application answers from now on; empty when nothing is open, or a later change is known. */
    Optional<StoredConversation> leave(String thread, Elsewhere elsewhere, StoredMessage line, Instant now) {
        var left = live.change(
                OpenTranscripts.without(thread, line.key())
                        .and("service.elsewhere")
                        .is(null)
                        .and(CONTROL_AT)
                        .not()
                        .gte(elsewhere.since()),
                LiveConversations.append(line, now)
                        .set("service.elsewhere", elsewhere)
                        .set(CONTROL_AT, elsewhere.since()));
        return left.or(() -> passOn(thread, elsewhere, line, now));
    }

    /** From one application to the next: the clocks have been standing since the first. A repeat tells nothing new. */
    private Optional<StoredConversation> passOn(String thread, Elsewhere elsewhere, StoredMessage line, Instant now) {
        var update = LiveConversations.append(line, now).set(CONTROL_AT, elsewhere.since());
        return live.change(
                OpenTranscripts.without(thread, line.key())
                        .and("service.elsewhere")
                        .ne(null)
                        .and("service.elsewhere.app")
                        .ne(elsewhere.app())
                        .and(CONTROL_AT)
                        .not()
                        .gte(elsewhere.since()),
                elsewhere.app() == null
                        ? update.unset("service.elsewhere.app")
                        : update.set("service.elsewhere.app", elsewhere.app()));
    }

    /** It is ours to answer again, and the clocks go on; empty when it was, or a later change is known. */
    Optional<StoredConversation> comeBack(String thread, Instant at, StoredMessage line, Instant now) {
        var found = live.find(thread);
        var elsewhere = found.map(StoredConversation::service).map(Service::elsewhere);
        if (elsewhere.isEmpty()) {
            live.change(OpenTranscripts.open(thread), new Update().max(CONTROL_AT, at));
            return Optional.empty();
        }
        var since = elsewhere.get().since();
        return live.change(
                OpenTranscripts.without(thread, line.key())
                        .and("service.elsewhere.since")
                        .is(since)
                        .and(CONTROL_AT)
                        .not()
                        .gte(at),
                resumed(found.get(), since, at, LiveConversations.append(line, now))
                        .unset("service.elsewhere")
                        .inc(
                                "service.stoppedMillis",
                                Math.max(0, Duration.between(since, at).toMillis()))
                        .set(CONTROL_AT, at));
    }

    private Update resumed(StoredConversation conversation, Instant since, Instant at, Update update) {
        var dues = clocks.resumed(conversation, since, at);
        if (dues.first() != null) {
            update.set("service.firstResponseDueAt", dues.first());
        }
        if (dues.next() != null) {
            update.set("service.nextResponseDueAt", dues.next());
        }
        return update;
    }
}
