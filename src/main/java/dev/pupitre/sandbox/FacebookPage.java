package dev.pupitre.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A Page as Meta knows it: what it may do, what it is subscribed to, and what belongs to it. */
final class FacebookPage {
    /** The fields of the webhook product "page" that the sandbox has something to say on, or that are asked for. */
    static final Set<String> FIELDS = Set.of(
            "messages",
            "message_echoes",
            "message_edits",
            "message_deliveries",
            "message_reads",
            "message_reactions",
            "message_context",
            "message_template_status_update",
            "messaging_postbacks",
            "messaging_referrals",
            "messaging_optins",
            "messaging_handovers",
            "messaging_policy_enforcement",
            "messaging_account_linking",
            "messaging_feedback",
            "messaging_game_plays",
            "messaging_integrity",
            "response_feedback",
            "standby",
            "feed",
            "mention",
            "ratings");

    /** What Meta forbids a Page as a whole. */
    enum Restriction {
        NONE,
        SENDING,
        POLICY,
        BUSINESS
    }

    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private final String id;
    private final String name;
    private final Map<String, JsonNode> profile = new ConcurrentSkipListMap<>();
    private final Map<String, Persona> personas = new ConcurrentHashMap<>();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private volatile AccessToken token;
    private volatile Set<String> subscribed;
    private volatile Set<String> missingPermissions = Set.of();
    private volatile Restriction restriction = Restriction.NONE;
    private volatile boolean humanAgent;
    private volatile @Nullable Instant dataAccessExpiresAt;

    FacebookPage(String id, String name, Set<String> subscribed) {
        this.id = id;
        this.name = name;
        this.subscribed = subscribed;
        this.token = AccessToken.revoked(this);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    AccessToken token() {
        return token;
    }

    void token(AccessToken current) {
        token = current;
    }

    boolean hears(String field) {
        return subscribed.contains(field);
    }

    Set<String> subscribed() {
        return subscribed;
    }

    void subscribe(Set<String> fields) {
        subscribed = Set.copyOf(fields);
    }

    Set<String> missingPermissions() {
        return missingPermissions;
    }

    void miss(Set<String> permissions) {
        missingPermissions = Set.copyOf(permissions);
    }

    /** Whom it keeps from writing to it. */
    Set<String> blocked() {
        return blocked;
    }

    boolean humanAgent() {
        return humanAgent;
    }

    void humanAgent(boolean granted) {
        humanAgent = granted;
    }

    Restriction restriction() {
        return restriction;
    }

    void restrict(Restriction next) {
        restriction = next;
    }

    Optional<Instant> dataAccessExpiresAt() {
        return Optional.ofNullable(dataAccessExpiresAt);
    }

    void dataAccessExpiresAt(Instant end) {
        dataAccessExpiresAt = end;
    }

    Map<String, JsonNode> profile() {
        return profile;
    }

    Map<String, Persona> personas() {
        return personas;
    }

    View view() {
        return new View(
                id,
                name,
                token.state(),
                token.value(),
                restriction,
                new TreeSet<>(missingPermissions),
                humanAgent,
                new TreeSet<>(subscribed),
                token.expiresAt().orElse(null),
                dataAccessExpiresAt,
                Template.Button.list(
                        profile.getOrDefault("persistent_menu", NOTHING).path(0).path("call_to_actions")),
                questions(),
                profile.getOrDefault("get_started", NOTHING).path("payload").asString(null),
                profile.getOrDefault("greeting", NOTHING).path(0).path("text").asString(null));
    }

    private List<Question> questions() {
        var breakers = profile.getOrDefault("ice_breakers", NOTHING);
        var listed = breakers.path(0).path("call_to_actions");
        return (listed.isArray() ? listed : breakers)
                .valueStream()
                .map(breaker -> new Question(
                        breaker.path("question").asString(""),
                        breaker.path("payload").asString("")))
                .toList();
    }

    record Question(String question, String payload) {}

    /** What the sandbox's page shows of it. */
    record View(
            String id,
            String name,
            AccessToken.State token,
            String accessToken,
            Restriction restriction,
            Set<String> missingPermissions,
            boolean humanAgent,
            Set<String> subscribedFields,
            @Nullable Instant expiresAt,
            @Nullable Instant dataAccessExpiresAt,
            List<Template.Button> persistentMenu,
            List<Question> iceBreakers,
            @Nullable String getStarted,
            @Nullable String greeting) {}
}
