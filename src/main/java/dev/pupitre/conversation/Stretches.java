package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.conversation.Times.Handled;
import dev.pupitre.conversation.Times.Wait;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Where a conversation was from when to when: each stretch lasts until the next one begins, the last one until the end.
 *
 * <p>They are written by the updates that change the hands themselves, so that none is written twice or left out.
 *
 * @param firstQueuedAt kept beside them, as of very many the oldest go
 * @param list oldest first; of a conversation of an earlier version only the later ones, perhaps none
 */
record Stretches(@Nullable Instant firstQueuedAt, List<Stretch> list) {
    static final Stretches NONE = new Stretches(null, List.of());

    /** What goes from hand to hand all night, as nobody looks at it, must not grow without end. */
    static final int MOST = 200;

    private static final String LIST = "stretches.list";

    /**
     * It waits, or an agent has it, or its process is about to say who is next.
     *
     * @param agent who has it, by id
     * @param campaign in whose queue it waits, or for which an agent has it who did not get it from a queue
     */
    record Stretch(
            Instant from, @Nullable String agent, @Nullable CampaignId campaign) {
        boolean waits() {
            return agent == null && campaign != null;
        }
    }

    private record Share(String agent, @Nullable CampaignId campaign) {}

    Stretches {
        list = requireNonNullElse(list, List.of());
    }

    /** Of what an agent begins. */
    static Stretches begunBy(String agent, CampaignId campaign, Instant now) {
        return new Stretches(null, List.of(new Stretch(now, agent, campaign)));
    }

    static Update queued(Update update, CampaignId campaign, Instant now) {
        return push(update, new Stretch(now, null, campaign)).min("stretches.firstQueuedAt", now);
    }

    /** Who is answered by an AI agent meanwhile begins to wait for humans anew. */
    static Update forgetFirstQueue(Update update) {
        return update.unset("stretches.firstQueuedAt");
    }

    static Update given(Update update, String agent, Instant now) {
        return push(update, new Stretch(now, agent, null));
    }

    static Update released(Update update, Instant now) {
        return push(update, new Stretch(now, null, null));
    }

    private static Update push(Update update, Stretch stretch) {
        return update.push(LIST).slice(-MOST).each(stretch);
    }

    /** By these, and where there are none by when it was queued and assigned last. */
    static Times times(StoredConversation found) {
        var known = found.stretches().list().isEmpty()
                ? ofTheLast(found)
                : found.stretches().list();
        var first = found.stretches().firstQueuedAt();
        return new Times(first == null ? found.queuedAt() : first, waits(found, known), handled(found, known));
    }

    private static List<Stretch> ofTheLast(StoredConversation found) {
        return found.assignedAt() == null || found.assignee() == null
                ? List.of()
                : List.of(new Stretch(found.assignedAt(), found.assignee().id(), null));
    }

    private static List<Wait> waits(StoredConversation found, List<Stretch> known) {
        if (known.stream().map(Stretch::agent).allMatch(Objects::isNull)) {
            return List.of();
        }
        if (known.stream().noneMatch(Stretch::waits)) {
            // Queued by an earlier version, or never.
            return found.queuedAt() == null || found.assignedAt() == null
                    ? List.of()
                    : List.of(new Wait(found.queuedAt(), found.assignedAt(), found.campaign()));
        }
        return IntStream.range(0, known.size())
                .filter(index -> known.get(index).waits())
                .mapToObj(index -> wait(known.get(index), lasted(found, known, index)))
                .toList();
    }

    private static Wait wait(Stretch stretch, Duration lasted) {
        return new Wait(stretch.from(), stretch.from().plus(lasted), stretch.campaign());
    }

    private static List<Handled> handled(StoredConversation found, List<Stretch> known) {
        var shares = new LinkedHashMap<Share, Duration>();
        var campaign = found.campaign();
        for (var index = 0; index < known.size(); index++) {
            var stretch = known.get(index);
            campaign = stretch.campaign() == null ? campaign : stretch.campaign();
            var isOver = index + 1 < known.size() || found.closedAt() != null;
            if (stretch.agent() != null && isOver) {
                shares.merge(new Share(stretch.agent(), campaign), lasted(found, known, index), Duration::plus);
            }
        }
        var handled = new ArrayList<Handled>();
        shares.forEach((share, lasted) -> handled.add(new Handled(share.agent(), share.campaign(), seconds(lasted))));
        return List.copyOf(handled);
    }

    /** Nothing yet where it still does. */
    private static Duration lasted(StoredConversation found, List<Stretch> known, int index) {
        var from = known.get(index).from();
        var next = index + 1 < known.size() ? known.get(index + 1).from() : found.closedAt();
        return next == null ? Duration.ZERO : Duration.between(from, next);
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(0, duration.toSeconds());
    }
}
