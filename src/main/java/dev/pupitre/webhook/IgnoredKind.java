package dev.pupitre.webhook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is known and means nothing to a conversation, by the names Meta gives it in an item or as the field of a change. */
enum IgnoredKind {
    /** Which applications may have threads (the older handover protocol); the events about threads tell all we need. */
    APP_ROLES("app_roles"),
    GAME_PLAY("game_play", "messaging_game_plays"),
    PAYMENT("payment", "checkout_update", "pre_checkout", "messaging_payments"),
    TEMPLATE_STATUS("message_template_status_update"),
    /** An opt-in of somebody who cannot be written to by a page-scoped id. */
    OPTIN,
    /** Likes, shares and posts: what happens on the Page's wall and is neither comment, mention nor recommendation. */
    FEED,
    /** A Page that is not connected, or no longer. */
    UNKNOWN_PAGE,
    /** A subscription of something that is no Page. */
    UNKNOWN_OBJECT,
    /** A kind nobody has told us of; kept. */
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

    /** The kind with this name as a field. */
    static Optional<IgnoredKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.names.contains(name)).findFirst();
    }

    /** The kind of an item that has a member of such a name. */
    static Optional<IgnoredKind> of(JsonNode item) {
        return Stream.of(values())
                .filter(kind -> kind.names.stream().anyMatch(item::has))
                .findFirst();
    }
}
