package dev.pupitre.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Who is logged in with a browser, on whichever node: a random token in the cookie, its fingerprint in the store. */
@Component
class LoginSessions {
    /** @param id the fingerprint of the cookie's token */
    @Document("sessions")
    record LoginSession(
            @Id String id,
            @Indexed UserId user,
            @Indexed Instant openedAt,
            @Indexed Instant lastSeenAt,
            @Nullable String address,
            @Nullable String browser,
            @Nullable Boolean company) {}

    /** From where a browser logs in, and what it says it is. */
    record Visit(@Nullable String address, @Nullable String browser, boolean company) {
        private static final int LONGEST = 300;

        Visit {
            browser = browser == null || browser.length() <= LONGEST ? browser : browser.substring(0, LONGEST);
        }
    }

    /** How much of the idle time may pass before it is written down that a session is in use. */
    private static final int NOTED_PER_IDLE_TIME = 100;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final IdentityProperties.Sessions limits;
    private final ApplicationEventPublisher events;
    private final BytesKeyGenerator random = KeyGenerators.secureRandom(32);
    private final LoadingCache<String, Optional<LoginSession>> recent;

    LoginSessions(MongoTemplate mongo, Clock clock, IdentityProperties properties, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.clock = clock;
        this.limits = properties.session();
        this.events = events;
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(properties.recheck())
                .build(this::load);
    }

    /** Opens a session and returns the cookie's token. */
    String open(UserId user, Visit visit) {
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random.generateKey());
        var now = clock.instant();
        mongo.insert(new LoginSession(
                Fingerprint.of(token), user, now, now, visit.address(), visit.browser(), visit.company()));
        return token;
    }

    /** That of a request, which keeps it open. */
    Optional<LoginSession> find(String token) {
        var session = byId(Fingerprint.of(token));
        session.ifPresent(this::noteUse);
        return session;
    }

    /** Whether it is open still, without a request: a stream of events that nobody looks at keeps nothing open. */
    Optional<LoginSession> byId(String id) {
        return recent.get(id);
    }

    private Optional<LoginSession> load(String id) {
        var now = clock.instant();
        return Optional.ofNullable(mongo.findById(id, LoginSession.class)).filter(found -> isOpen(found, now));
    }

    private void noteUse(LoginSession session) {
        var now = clock.instant();
        var noted = session.lastSeenAt().plus(limits.idle().dividedBy(NOTED_PER_IDLE_TIME));
        if (noted.isBefore(now)) {
            mongo.updateFirst(
                    query(where("_id").is(session.id())), Update.update("lastSeenAt", now), LoginSession.class);
            // Read anew the next time: it may have been ended on another node meanwhile.
            recent.invalidate(session.id());
        }
    }

    private boolean isOpen(LoginSession session, Instant now) {
        return now.isBefore(session.lastSeenAt().plus(limits.idle()))
                && now.isBefore(session.openedAt().plus(limits.lifetime()));
    }

    void end(String token) {
        end(Fingerprint.of(token), where("_id").is(Fingerprint.of(token)));
    }

    void endAllOf(UserId user) {
        endAllBut(user, null);
    }

    /** All of the user's but this one. */
    void endAllBut(UserId user, @Nullable String kept) {
        for (var session : mongo.find(query(where("user").is(user)), LoginSession.class)) {
            if (!session.id().equals(kept)) {
                end(session.id(), where("_id").is(session.id()));
            }
        }
    }

    /** Whether the user had such a session. */
    boolean endOne(UserId user, String id) {
        var theirs = mongo.exists(query(where("_id").is(id).and("user").is(user)), LoginSession.class);
        if (theirs) {
            end(id, where("_id").is(id));
        }
        return theirs;
    }

    /** Those still open, the last used first. */
    List<LoginSession> of(UserId user) {
        var now = clock.instant();
        return mongo.find(query(where("user").is(user)), LoginSession.class).stream()
                .filter(session -> isOpen(session, now))
                .sorted(Comparator.comparing(LoginSession::lastSeenAt).reversed())
                .toList();
    }

    private void end(String id, Criteria still) {
        if (mongo.remove(query(still), LoginSession.class).getDeletedCount() > 0) {
            events.publishEvent(new LoginSessionEnded(id));
        }
        recent.invalidate(id);
    }

    /** There is no index with a time to live: the embedded store has none. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void sweep() {
        var now = clock.instant();
        var over = new Criteria()
                .orOperator(
                        where("lastSeenAt").lt(now.minus(limits.idle())),
                        where("openedAt").lt(now.minus(limits.lifetime())));
        for (var session : mongo.find(query(over), LoginSession.class)) {
            end(session.id(), where("_id").is(session.id()).and("lastSeenAt").is(session.lastSeenAt()));
        }
    }
}
