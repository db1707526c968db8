package dev.pupitre.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTests {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final Peers peers = new Peers("self", Duration.ofSeconds(12));

    @Test
    void writesForANodeFromItsFirstSightOn() {
        peers.see(List.of(node(1, 0, Map.of())), 41, NOW);

        assertThat(peers.readers()).containsExactly(Map.entry("other", 41L));
    }

    @Test
    void stopsWritingForANodeThatIsSilent() {
        peers.see(List.of(node(1, 0, Map.of())), 0, NOW);
        peers.see(List.of(node(1, 0, Map.of())), 3, NOW.plusSeconds(12));

        assertThat(peers.readers()).isEmpty();
    }

    @Test
    void keepsWritingForANodeWhoseBeatChanges() {
        peers.see(List.of(node(1, 0, Map.of())), 0, NOW);
        peers.see(List.of(node(2, 0, Map.of())), 3, NOW.plusSeconds(12));

        assertThat(peers.readers()).containsExactly(Map.entry("other", 0L));
    }

    @Test
    void missesNothingOfANodeThatWroteForItFromTheBeginning() {
        var node = node(1, 5, Map.of("self", 0L));
        peers.see(List.of(node), 0, NOW);

        assertThat(peers.follow(node)).isTrue();
        assertThat(peers.read()).containsExactly(Map.entry("other", 0L));
    }

    @Test
    void knowsThatItMissedWhatWasNotWrittenForIt() {
        var node = node(1, 5, Map.of("self", 4L));
        peers.see(List.of(node), 0, NOW);

        assertThat(peers.follow(node)).isFalse();
        assertThat(peers.follow(node)).isTrue();
        assertThat(peers.read()).containsExactly(Map.entry("other", 4L));
    }

    @Test
    void keepsItsPlaceWithANodeThatWasSilentForAWhile() {
        var node = node(1, 5, Map.of("self", 0L));
        peers.see(List.of(node), 0, NOW);
        peers.follow(node);
        peers.advance("other", 1);

        peers.see(List.of(node), 0, NOW.plusSeconds(12));
        var back = node(2, 5, Map.of("self", 0L));
        peers.see(List.of(back), 0, NOW.plusSeconds(13));

        assertThat(peers.follow(back)).isTrue();
        assertThat(peers.read()).containsExactly(Map.entry("other", 1L));
    }

    @Test
    void knowsThatItMissedWhatWasWrittenWhileItCountedAsGone() {
        var node = node(1, 5, Map.of("self", 0L));
        peers.see(List.of(node), 0, NOW);
        peers.follow(node);

        assertThat(peers.follow(node(2, 6, Map.of()))).isTrue();
        assertThat(peers.follow(node(3, 9, Map.of("self", 8L)))).isFalse();
        assertThat(peers.read()).containsExactly(Map.entry("other", 8L));
    }

    @Test
    void noticesABatchThatNeverCame() {
        var node = node(1, 5, Map.of("self", 4L));
        peers.see(List.of(node), 0, NOW);
        peers.follow(node);

        assertThat(peers.advance("other", 5)).isTrue();
        assertThat(peers.advance("other", 7)).isFalse();
        assertThat(peers.advance("other", 8)).isTrue();
        assertThat(peers.settle("other", 8)).isTrue();
        assertThat(peers.settle("other", 9)).isFalse();
    }

    private static FeedStore.Node node(long beat, long batch, Map<String, Long> readers) {
        return new FeedStore.Node("other", beat, batch, readers);
    }
}
