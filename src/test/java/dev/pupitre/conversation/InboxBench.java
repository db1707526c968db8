package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.pupitre.bench.Report;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.store.RunningStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Sort;

/**
 * How long the desk's lists take with 1,000 conversations and with 100,000, of which a tenth waits and a tenth is in
 * agents' hands, on the embedded store with its data on disk; both are asked in turn.
 */
class InboxBench {
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("bench.conversations", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2_000);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 300);
    private static final int SHOWN = 50;
    private static final double AIM = 1.5;

    private static final Set<ConversationState> OPEN =
            EnumSet.of(ConversationState.WAITING, ConversationState.ASSIGNED, ConversationState.CLOSING);

    /** A team of ten, which has a hundred in hand where there are as many agents. */
    private static final TeamFilter TEAM = new TeamFilter(
            Set.of("team-1"),
            IntStream.range(0, 10).mapToObj(number -> "agent-" + number).collect(Collectors.toSet()));

    /** What the desk asks for. */
    private enum View {
        MINE("mine", 0),
        WAITING("waiting", 0),
        CLOSED("closed, newest", 0),
        EARLIER("closed, tenth page", 9),
        BY_CUSTOMER("closed, by customer", 0),
        BY_AGENT("closed, by agent", 0),
        BY_CAMPAIGN("closed, by campaign", 0),
        BY_PRIORITY("closed, by priority", 0),
        TEAMS("my teams", 0),
        TAGGED("closed, with a tag", 0),
        SEARCH("words in names and messages", 0);

        private final String words;
        private final int page;

        View(String words, int page) {
            this.words = words;
            this.page = page;
        }

        ConversationFilter filter() {
            return switch (this) {
                case MINE -> filter(EnumSet.of(ConversationState.ASSIGNED, ConversationState.CLOSING), "agent-3");
                case WAITING -> filter(EnumSet.of(ConversationState.WAITING), null);
                case TEAMS -> new ConversationFilter(OPEN, null, null, null, null, null, TEAM, null);
                case TAGGED ->
                    new ConversationFilter(
                            EnumSet.of(ConversationState.CLOSED), null, null, null, null, "tag-7", null, null);
                case SEARCH -> new ConversationFilter(Set.of(), null, null, null, null, null, null, "conversation 77");
                case CLOSED, EARLIER, BY_CUSTOMER, BY_AGENT, BY_CAMPAIGN, BY_PRIORITY ->
                    filter(EnumSet.of(ConversationState.CLOSED), null);
            };
        }

        Sort order() {
            return switch (this) {
                case MINE, WAITING, CLOSED, EARLIER, TEAMS, TAGGED, SEARCH -> filter().usualOrder();
                case BY_CUSTOMER -> ListOrder.CUSTOMER.sort(false);
                case BY_AGENT -> ListOrder.AGENT.sort(false);
                case BY_CAMPAIGN -> ListOrder.CAMPAIGN.sort(false);
                case BY_PRIORITY -> ListOrder.PRIORITY.sort(true);
            };
        }

        private static ConversationFilter filter(Set<ConversationState> states, @Nullable String assignee) {
            return new ConversationFilter(states, assignee, null, null, null, null, null, null);
        }
    }

    /** So many conversations, and how long each list of them took, in microseconds. */
    private static final class Inbox implements AutoCloseable {
        private final RunningStore store;
        private final MongoClient client;
        private final ConversationArchive archive;
        private final Map<View, Histogram> times = new EnumMap<>(View.class);

        Inbox(Path directory, int conversations) throws Exception {
            Files.createDirectories(directory);
            store = new RunningStore(directory);
            client = MongoClients.create("mongodb://127.0.0.1:" + store.port());
            var mongo = TestDatabase.template(client);
            var recordings = new Recordings(mongo, new KnownThreads(mongo));
            new LiveConversations(mongo).declareIndexes();
            recordings.declareIndexes();
            new ManyConversations(mongo).fill(conversations);
            archive = new ConversationArchive(mongo, mock(Conversations.class), recordings);
        }

        void reset() {
            times.clear();
        }

        void show(View view) {
            var start = System.nanoTime();
            var filter = view.filter();
            var page = archive.list(filter, view.order(), view.page, SHOWN);
            times(view).recordValue((System.nanoTime() - start) / 1_000);
            assertThat(page.items()).as(view.words).isNotEmpty();
        }

        private Histogram times(View view) {
            return times.computeIfAbsent(view, _ -> new Histogram(3));
        }

        double millis(View view, double percentile) {
            return times(view).getValueAtPercentile(percentile) / 1_000.0;
        }

        @Override
        public void close() {
            client.close();
            store.close();
        }
    }

    @TempDir
    Path directory;

    private final Report report = new Report("inbox");

    @Test
    void tellsHowLongTheListsTake() throws Exception {
        try (var few = new Inbox(directory.resolve("few"), FEW);
                var many = new Inbox(directory.resolve("many"), MANY)) {
            ask(WARM_UP, few, many);
            List.of(few, many).forEach(Inbox::reset);
            ask(ROUNDS, few, many);
            report.line("| list, %d shown | %,d: p50, p99, ms | %,d: p50, p99, ms | p99 to p99 |", SHOWN, FEW, MANY);
            report.line("|---|---|---|---|");
            for (var view : View.values()) {
                var ratio = many.millis(view, 99) / few.millis(view, 99);
                report.line(
                        "| %s | %.1f, %.1f | %.1f, %.1f | %.2f %s |",
                        view.words,
                        few.millis(view, 50),
                        few.millis(view, 99),
                        many.millis(view, 50),
                        many.millis(view, 99),
                        ratio,
                        Report.verdict(ratio <= AIM, "at most 1.5"));
            }
        } finally {
            report.write();
        }
    }

    private static void ask(int rounds, Inbox few, Inbox many) {
        for (int round = 0; round < rounds; round++) {
            for (var view : View.values()) {
                few.show(view);
                many.show(view);
            }
        }
    }
}
