package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which conversations are asked for.
 *
 * @param states empty for any
 * @param from the earliest opening, inclusive; {@code to} the latest, exclusive
 * @param tag one of its tags
 * @param team whose work it is to be; null for anybody's
 * @param customer whom it is with, by id or by a part of the name
 * @param scores what the customer gave it, one of these; empty for any, or none
 * @param q a part of the customer's name or of a message, in whatever case and with or without accents
 */
public record ConversationFilter(
        Set<ConversationState> states,
        @Nullable String assignee,
        @Nullable CampaignId campaign,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String tag,
        @Nullable TeamFilter team,
        @Nullable String customer,
        Set<Integer> scores,
        @Nullable String q) {

    /** The store keeps times of a few hundred million years; nobody looks for a conversation outside of these. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Duration SEARCHED = Duration.ofDays(365);

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public ConversationFilter {
        requireSensible("from", from);
        requireSensible("to", to);
    }

    /** Nobody in particular is asked for, nor a score. */
    ConversationFilter(
            Set<ConversationState> states,
            @Nullable String assignee,
            @Nullable CampaignId campaign,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String tag,
            @Nullable TeamFilter team,
            @Nullable String q) {
        this(states, assignee, campaign, from, to, tag, team, null, Set.of(), q);
    }

    /**
     * Words are looked for in every message of what is left by the rest of the filter: where nobody says since when, in
     * what was opened in the last year only.
     */
    public ConversationFilter bounded(Instant now) {
        return !looksForWords() || from != null
                ? this
                : new ConversationFilter(states, assignee, campaign, start(now), to, tag, team, customer, scores, q);
    }

    /** Before an earlier end it is the year before that. */
    private Instant start(Instant now) {
        var end = to == null || to.isAfter(now) ? now : to;
        var start = end.minus(SEARCHED).truncatedTo(ChronoUnit.DAYS);
        return start.isBefore(EARLIEST) ? EARLIEST : start;
    }

    private boolean looksForWords() {
        return q != null && !q.isBlank();
    }

    /** Since when words were looked for; null where none were. */
    @Nullable
    Instant searchedFrom() {
        return looksForWords() ? from : null;
    }

    private static void requireSensible(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw new InvalidInput(field, "Expected a time from 1970 to 9999, but got " + instant);
        }
    }

    /** A conversation is given its score when it is over. */
    boolean wantsLive() {
        return scores.isEmpty() && wantsOpen();
    }

    private boolean wantsOpen() {
        return states.isEmpty() || states.stream().anyMatch(ConversationState::isOpen);
    }

    boolean wantsRecorded() {
        return states.isEmpty() || states.stream().anyMatch(state -> !state.isOpen());
    }

    /** The queue is shown as it is served; everything else by what happened last. */
    Sort usualOrder() {
        return states.equals(EnumSet.of(ConversationState.WAITING)) ? ListOrder.AS_SERVED : ListOrder.NEWEST_FIRST;
    }

    /** What is to be found in what was said; none where no words are looked for. */
    Optional<Pattern> words() {
        return q == null || q.isBlank() ? Optional.empty() : Optional.of(AnySpelling.part(q));
    }

    /** @param elsewhere those of whose words some were found outside of their documents */
    Criteria criteria(Collection<ConversationId> elsewhere) {
        var criteria = new Criteria();
        if (!states.isEmpty()) {
            criteria = criteria.and("state");
            criteria = states.size() == 1 ? criteria.is(states.iterator().next()) : criteria.in(states);
        }
        if (assignee != null) {
            criteria = criteria.and("assignee._id").is(assignee);
        }
        if (campaign != null) {
            criteria = criteria.and("campaign").is(campaign);
        }
        if (tag != null) {
            criteria = criteria.and("tags").is(tag);
        }
        if (from != null || to != null) {
            criteria = between(criteria.and("openedAt"));
        }
        if (!scores.isEmpty()) {
            criteria = criteria.and("score").in(scores);
        }
        var parts = new ArrayList<Criteria>();
        if (team != null) {
            parts.add(team.criteria());
        }
        if (customer != null && !customer.isBlank()) {
            parts.add(new Criteria()
                    .orOperator(
                            Criteria.where("customer._id").is(customer.strip()),
                            Criteria.where("customer.name").regex(AnySpelling.part(customer))));
        }
        words().map(words -> says(words, elsewhere)).ifPresent(parts::add);
        return parts.isEmpty() ? criteria : criteria.andOperator(parts);
    }

    private static Criteria says(Pattern words, Collection<ConversationId> elsewhere) {
        var places = new ArrayList<>(List.of(
                Criteria.where("customer.name").regex(words),
                Criteria.where("messages.text").regex(words)));
        if (!elsewhere.isEmpty()) {
            places.add(Criteria.where("conversationId").in(elsewhere));
        }
        return new Criteria().orOperator(places);
    }

    private Criteria between(Criteria openedAt) {
        var bounded = from == null ? openedAt : openedAt.gte(from);
        return to == null ? bounded : bounded.lt(to);
    }
}
