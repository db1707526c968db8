package dev.pupitre.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes changes and shows them to every browser concerned, on whichever node it is connected. */
@Component
public class LiveFeed {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    private final LocalFeed local;
    private final NodeExchange nodes;
    private final JsonMapper json;
    private final Counter published;
    private final Counter unwritable;

    LiveFeed(LocalFeed local, NodeExchange nodes, JsonMapper json, MeterRegistry meters) {
        this.local = local;
        this.nodes = nodes;
        this.json = json;
        this.published = Counter.builder("pupitre.live.events")
                .description("Changes shown to browsers")
                .tag("origin", "local")
                .register(meters);
        this.unwritable = Counter.builder("pupitre.live.dropped")
                .tag("reason", "unwritable")
                .register(meters);
    }

    /** Never blocks and never fails the caller: a change that is missed is seen at the next load. */
    public void publish(LiveEvent event) {
        try {
            publish(new Change(event.name(), json.writeValueAsString(event.data()), event.audience()));
        } catch (RuntimeException unexpected) {
            unwritable.increment();
            log.error(
                    "Expected {} to be written as JSON, but it cannot be",
                    event.data().getClass(),
                    unexpected);
        }
    }

    @EventListener
    void endStreamsOf(SessionDestroyedEvent session) {
        publish(Change.sessionEnded(session.getId()));
    }

    private void publish(Change change) {
        published.increment();
        local.append(change);
        nodes.offer(change);
    }
}
