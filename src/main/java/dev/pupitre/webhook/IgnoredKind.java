package dev.pupitre.webhook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Pupitre does nothing with, by the names Meta gives it in an item or as the field of a change. */
enum IgnoredKind {
    REACTION("reaction", "message_reactions"),
    REFERRAL("referral", "messaging_referrals"),
    OPTIN("optin", "messaging_optins"),
    EDIT("message_edit", "message_edits"),
    THREAD_CONTROL("pass_thread_control", "take_thread_control", "request_thread_control", "messaging_handovers"),
    APP_ROLES("app_roles"),
    POLICY("policy_enforcement", "policy-enforcement", "messaging_policy_enforcement"),
    FEEDBACK("response_feedback", "messaging_feedback"),
    ACCOUNT_LINKING("account_linking", "messaging_account_linking"),
    GAME_PLAY("game_play", "messaging_game_plays"),
    PAYMENT("payment", "checkout_update", "pre_checkout", "messaging_payments"),
    TEMPLATE_STATUS("message_template_status_update"),
    FEED("feed"),
    MENTION("mention"),
    /** The customer took a message back. */
    UNSEND,
    /** A customer's words in a thread that another application answers at the moment. */
    STANDBY,
    /** A Page that is not connected, or no longer. */
    UNKNOWN_PAGE,
    /** A subscription of something that is no Page. */
    UNKNOWN_OBJECT,
    /** A kind nobody has told us of. */
    OTHER,
    /** A known kind without what makes it useful. */
    MALFORMED,
    /** Signed by Meta, but no JSON. */
    BROKEN;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
    private final List<String> names;

    IgnoredKind(String... names) {
        this.names = List.of(names);
    }

    Stream<String> names() {
        return names.stream();
    }

    static Optional<IgnoredKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.names.contains(name)).findFirst();
    }
}
