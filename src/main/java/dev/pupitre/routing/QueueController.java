package dev.pupitre.routing;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.NotFound;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who waits, for whom, and for how long. */
@RestController
@RequestMapping("/api/v1")
class QueueController {
    /**
     * One who waits.
     *
     * @param position its place among those listed, from 1; of a single one, its place in its campaign
     * @param since when this wait began
     */
    record Waiting(
            ConversationId conversation,
            CampaignId campaign,
            Pool.Kind target,
            @Nullable String targetId,
            int priority,
            long position,
            Instant since) {
        static Waiting of(QueueEntry entry, long position) {
            return new Waiting(
                    entry.conversation(),
                    entry.campaign(),
                    entry.kind(),
                    entry.target(),
                    entry.priority(),
                    position,
                    entry.queuedAt());
        }
    }

    record QueuePage(List<Waiting> items, int page, int size, long total) {}

    /** A conversation of an agent who is not there any more. */
    record Unattended(ConversationId conversation, @Nullable CampaignId campaign, Person agent, Instant since) {}

    record Person(String id, String name) {}

    private final WaitingQueue queue;
    private final Places places;

    QueueController(WaitingQueue queue, Places places) {
        this.queue = queue;
        this.places = places;
    }

    @ForAgents
    @GetMapping("/queue")
    QueuePage queue(
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        var offset = (long) page * size;
        var entries = queue.read(campaign, offset, size);
        var items = IntStream.range(0, entries.size())
                .mapToObj(index -> Waiting.of(entries.get(index), offset + index + 1))
                .toList();
        return new QueuePage(items, page, size, queue.count(campaign));
    }

    @ForAgents
    @GetMapping("/conversations/{id}/queue")
    Waiting position(@PathVariable ConversationId id) {
        var entry = queue.find(id).orElseThrow(() -> new NotWaiting(id));
        return Waiting.of(entry, queue.ahead(entry) + 1);
    }

    /** Of agents who left, but had answered: those who lead decide who goes on. */
    @ForAgents
    @GetMapping("/queue/unattended")
    List<Unattended> unattended() {
        return places.taken().stream()
                .flatMap(agent -> agent.places().stream()
                        .filter(place -> place.unattendedSince() != null)
                        .map(place -> new Unattended(
                                place.conversation(),
                                place.campaign(),
                                new Person(agent.id(), agent.name()),
                                Objects.requireNonNull(place.unattendedSince()))))
                .toList();
    }

    static final class NotWaiting extends NotFound {
        NotWaiting(ConversationId id) {
            super("Expected conversation " + id + " to wait, but it does not");
        }
    }
}
