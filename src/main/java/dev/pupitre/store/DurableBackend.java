package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it is in the file; as shipped, the backend commits about a second later. Its databases are
 * {@linkplain IndexedDatabase indexed} for conditional writes.
 */
class DurableBackend extends H2Backend {
    /** What is not known to be reading only is taken for a write. */
    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlog",
            "getmore",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "whatsmyuri");

    private static final long HOUSEKEEPING_INTERVAL = TimeUnit.SECONDS.toNanos(2);
    private static final int WORTH_KEEPING_PERCENT = 60;
    private static final int REWRITTEN_AT_ONCE = 1 << 20;

    private final AtomicLong nextHousekeeping = new AtomicLong(System.nanoTime() + HOUSEKEEPING_INTERVAL);
    private final GroupCommit commits;

    /** @param file opened with automatic commits off */
    DurableBackend(MVStore file, boolean sync) {
        super(file);
        file.setRetentionTime(0);
        commits = new GroupCommit(this::commitOrFail, sync ? file::sync : () -> {});
        commitOrFail();
    }

    /** Also called while the backend is being made. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            return hello(channel, database, query);
        }
        if (onlyReads(command, query)) {
            return answer(channel, database, command, query);
        }
        Document answer = commits.write(() -> answer(channel, database, command, query));
        keepHouse();
        return answer;
    }

    /** What a command may still look at is not overwritten meanwhile; all that is dead otherwise is, at once. */
    private Document answer(Channel channel, String database, String command, Document query) {
        MVStore.TxCounter version = getMvStore().registerVersionUsage();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    /** The health check asks by this newer name for what the backend knows under the older one only. */
    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
    }

    private static boolean onlyReads(String command, Document query) {
        return READS.contains(command.toLowerCase(Locale.ROOT))
                && !(query.get("pipeline") instanceof Collection<?> stages
                        && stages.stream().anyMatch(DurableBackend::writes));
    }

    private static boolean writes(Object stage) {
        return stage instanceof Document document && (document.containsKey("$out") || document.containsKey("$merge"));
    }

    /** The file closes itself when it cannot write, and a commit of a closed file does nothing without saying so. */
    private void commitOrFail() {
        MVStore file = getMvStore();
        if (!file.isClosed()) {
            file.commit();
        }
        if (file.isClosed()) {
            throw new IllegalStateException(
                    "Expected the store's file to be open, but it was closed", file.getPanicException());
        }
    }

    /** Moves what is alive out of mostly dead parts of the file, a little at a time, so that their space is used again. */
    private void keepHouse() {
        long due = nextHousekeeping.get();
        if (System.nanoTime() - due >= 0
                && nextHousekeeping.compareAndSet(due, System.nanoTime() + HOUSEKEEPING_INTERVAL)) {
            commits.exclusively(() -> getMvStore().compact(WORTH_KEEPING_PERCENT, REWRITTEN_AT_ONCE));
        }
    }
}
