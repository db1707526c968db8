package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.ZoneOffset;
import java.util.Optional;
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
    /** Links may say up to a kilobyte, which is what all variables may have together; rules name short ones. */
    private static final int REFERRAL = 100;

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
                AskedText.of(conversation.firstWords()),
                post == null ? null : post.id(),
                referral.map(Referral::source).map(StartFacts::shortened).orElse(null),
                referral.map(Referral::ref).map(StartFacts::shortened).orElse(null),
                referral.map(Referral::ad).map(StartFacts::shortened).orElse(null),
                conversation.profile() == null ? null : conversation.profile().locale(),
                opened.weekday(),
                opened.localTime());
    }

    private static String shortened(String referral) {
        return AskedText.beginning(referral, REFERRAL, REFERRAL);
    }
}
