package dev.pupitre.live;

import dev.pupitre.kernel.CallerCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the streams of those whose session or token is over, and of those who may something else by now: each node asks
 * for itself, so that nothing that nodes tell each other can be missed.
 */
@Component
class StreamRights {
    private static final Logger log = LoggerFactory.getLogger(StreamRights.class);

    private final LocalFeed feed;
    private final CallerCheck callers;

    StreamRights(LocalFeed feed, CallerCheck callers) {
        this.feed = feed;
        this.callers = callers;
    }

    @Scheduled(fixedDelayString = "${pupitre.live.recheck:3s}")
    void check() {
        try {
            feed.connections().stream().filter(this::isOutdated).forEach(Connection::end);
        } catch (DataAccessException away) {
            // What is not stored is not told either, and the next look is soon.
            log.debug("Expected to be told who may have a stream, but the store does not answer", away);
        }
    }

    private boolean isOutdated(Connection connection) {
        var roles = connection.caller().roles();
        return callers.now(connection.authentication())
                .filter(caller -> caller.roles().equals(roles))
                .isEmpty();
    }
}
