package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.kernel.ConversationId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the table {@code listening} heard, the {@link StartFacts} as the process has kept them, and what it said.
 *
 * @param heard how many messages the table has heard; none stands for the first one
 */
record HeardFacts(
        ConversationId conversationId,
        @Nullable Integer heard,
        @Nullable String page,
        @Nullable String kind,
        @Nullable String text,
        @Nullable String post,
        @Nullable String referralSource,
        @Nullable String referralRef,
        @Nullable String ad,
        @Nullable String locale,
        @Nullable String weekday,
        @Nullable String localTime,
        @Nullable Object listening) {
    /** As a process has them that was just begun, before the table has said anything. */
    static HeardFacts of(StartFacts.Facts facts) {
        return new HeardFacts(
                facts.conversationId(),
                null,
                facts.page().value(),
                facts.kind(),
                facts.text(),
                facts.post(),
                facts.referralSource(),
                facts.referralRef(),
                facts.ad(),
                facts.locale(),
                facts.weekday(),
                facts.localTime(),
                null);
    }

    /** The same of a customer whose language is known by now. */
    HeardFacts from(String customersLocale) {
        return new HeardFacts(
                conversationId,
                heard,
                page,
                kind,
                text,
                post,
                referralSource,
                referralRef,
                ad,
                customersLocale,
                weekday,
                localTime,
                listening);
    }

    /** What the table said; nothing where it has but one output, or another hit policy. */
    Map<String, @Nullable Object> told() {
        return Decisions.outputs(listening);
    }

    /** A campaign that does not take what the table listens to has said so itself. */
    boolean isUnheard() {
        return listening == null || Boolean.FALSE.equals(told().get("listen"));
    }

    /** What the table {@code routing} is going to be asked. */
    Map<String, @Nullable Object> at(Campaign campaign, ScheduleClock moment) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("campaign", campaign.id().value());
        facts.put("page", page);
        facts.put("kind", kind);
        facts.put("text", text);
        facts.put("post", post);
        facts.put("referralSource", referralSource);
        facts.put("referralRef", referralRef);
        facts.put("ad", ad);
        facts.put("locale", locale);
        facts.put("weekday", moment.weekday());
        facts.put("localTime", moment.localTime());
        return facts;
    }
}
