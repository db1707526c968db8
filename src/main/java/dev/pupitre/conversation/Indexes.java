package dev.pupitre.conversation;

import org.springframework.stereotype.Component;

/** Declares the indexes of all the room's collections, and has written down what one of them is of. */
@Component
class Indexes {
    private final PendingEvents pending;
    private final LiveConversations live;
    private final Recordings recordings;
    private final ProcessedEvents processed;
    private final OutboxLanes lanes;
    private final PendingFetches fetches;
    private final UnrecognisedEvents unrecognised;
    private final Customers customers;
    private final Mentions mentions;

    Indexes(
            PendingEvents pending,
            LiveConversations live,
            Recordings recordings,
            ProcessedEvents processed,
            OutboxLanes lanes,
            PendingFetches fetches,
            UnrecognisedEvents unrecognised,
            Customers customers,
            Mentions mentions) {
        this.pending = pending;
        this.live = live;
        this.recordings = recordings;
        this.processed = processed;
        this.lanes = lanes;
        this.fetches = fetches;
        this.unrecognised = unrecognised;
        this.customers = customers;
        this.mentions = mentions;
    }

    void declare() {
        pending.declareIndexes();
        live.declareIndexes();
        recordings.declareIndexes();
        processed.declareIndexes();
        lanes.declareIndexes();
        fetches.declareIndexes();
        unrecognised.declareIndexes();
        customers.declareIndexes();
        mentions.declareIndexes();
        live.nameTeams();
    }
}
