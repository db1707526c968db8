package dev.pupitre.page;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What Meta has to tell us of a Page (Messenger Platform, webhook fields). */
final class WebhookFields {
    /** Makes Meta show thumbs under all messages of the app on that Page: only where that is wanted. */
    static final String RESPONSE_FEEDBACK = "response_feedback";

    private static final List<String> ALWAYS = List.of(
            "feed",
            "mention",
            "message_deliveries",
            "message_echoes",
            "message_edits",
            "message_reactions",
            "message_reads",
            "messages",
            "messaging_account_linking",
            "messaging_feedback",
            "messaging_handovers",
            "messaging_optins",
            "messaging_policy_enforcement",
            "messaging_postbacks",
            "messaging_referrals",
            "ratings",
            "standby");

    private WebhookFields() {}

    static List<String> missing(Collection<String> subscribed, boolean responseFeedback) {
        return wanted(List.of(), responseFeedback).stream()
                .filter(field -> !subscribed.contains(field))
                .toList();
    }

    /** Ours beside those that somebody else subscribed to, which are not ours to end. */
    static List<String> wanted(Collection<String> subscribed, boolean responseFeedback) {
        var wanted = new TreeSet<>(subscribed);
        wanted.addAll(ALWAYS);
        if (responseFeedback) {
            wanted.add(RESPONSE_FEEDBACK);
        } else {
            wanted.remove(RESPONSE_FEEDBACK);
        }
        return List.copyOf(wanted);
    }

    static boolean hasUnwanted(Collection<String> subscribed, boolean responseFeedback) {
        return !responseFeedback && subscribed.contains(RESPONSE_FEEDBACK);
    }
}
