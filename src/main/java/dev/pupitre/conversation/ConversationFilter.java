package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * @param q a part of the customer's name or of a message, upper or lower case
 */
record ConversationFilter(
        Set<ConversationState> states,
        @Nullable String assignee,
        @Nullable CampaignId campaign,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String tag,
        @Nullable TeamFilter team,
        @Nullable String q) {

    /** The store keeps times of a few hundred million years; nobody looks for a conversation outside of these. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    ConversationFilter {
        requireSensible("from", from);
        requireSensible("to", to);
    }

    private static void requireSensible(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw new InvalidInput(field, "Expected a time from 1970 to 9999, but got " + instant);
        }
    }

    boolean wantsLive() {
        return states.isEmpty() || states.stream().anyMatch(ConversationState::isOpen);
    }

    boolean wantsRecorded() {
        return states.isEmpty() || states.stream().anyMatch(state -> !state.isOpen());
    }

    /** The queue is shown as it is served; everything else by what happened last. */
    Sort usualOrder() {
        return states.equals(EnumSet.of(ConversationState.WAITING)) ? ListOrder.AS_SERVED : ListOrder.NEWEST_FIRST;
    }

    Criteria criteria() {
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
        var either = new ArrayList<Criteria>();
        if (team != null) {
            either.add(team.criteria());
        }
        if (q != null && !q.isBlank()) {
            either.add(saying(q.strip()));
        }
        return either.isEmpty() ? criteria : criteria.andOperator(either);
    }

    private static Criteria saying(String words) {
        var text = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Criteria()
                .orOperator(
                        Criteria.where("customer.name").regex(text),
                        Criteria.where("messages.text").regex(text));
    }

    private Criteria between(Criteria openedAt) {
        var bounded = from == null ? openedAt : openedAt.gte(from);
        return to == null ? bounded : bounded.lt(to);
    }
}
