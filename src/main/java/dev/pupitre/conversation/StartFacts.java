package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what the tables ask about a new conversation.
 *
 * <p>The moment and the zone are given to the tables, never asked for in them, so that a table gives the same answer
 * whenever and wherever it is tried.
 */
@Component
class StartFacts {
    /** The engine's part of a conversation is to stay small; no rule needs to look further into a first message. */
    private static final int TEXT_LENGTH = 200;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** The variables a process instance begins with. */
    record Facts(
            ConversationId conversationId,
            PageId page,
            String kind,
            String text,
            @Nullable String post,
            @Nullable String referralSource,
            @Nullable String referralRef,
            @Nullable String ad,
            @Nullable String locale,
            String weekday,
            String localTime) {}

    private final Pages pages;

    StartFacts(Pages pages) {
        this.pages = pages;
    }

    Facts of(StoredConversation conversation, Due start) {
        var page = new PageId(conversation.page().id());
        var zone = pages.find(page).map(Page::zone).orElse(ZoneOffset.UTC);
        var opened = ScheduleClock.of("", zone, conversation.openedAt());
        var post = conversation.origin().post();
        var referral = Optional.ofNullable(conversation.origin().referral());
        return new Facts(
                conversation.conversationId(),
                page,
                start.ref(),
                normalised(conversation.firstWords()),
                post == null ? null : post.id(),
                referral.map(Referral::source).orElse(null),
                referral.map(Referral::ref).orElse(null),
                referral.map(Referral::ad).orElse(null),
                conversation.profile() == null ? null : conversation.profile().locale(),
                opened.weekday(),
                opened.localTime());
    }

    /** Lower case and without accents, so that a rule has to be written once only. */
    static String normalised(String text) {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT).strip();
        return lower.substring(
                0, lower.offsetByCodePoints(0, Math.min(TEXT_LENGTH, lower.codePointCount(0, lower.length()))));
    }
}
