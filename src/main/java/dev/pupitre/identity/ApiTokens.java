package dev.pupitre.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** The tokens by which programs call the API, each in the name of a user and with no more than that user's rights. */
@Component
class ApiTokens {
    /** By this, people and scanners of leaked secrets know whose token it is. */
    private static final String PREFIX = "pup_";

    private static final int HINT = 4;

    /** How exactly it is known when a token was last used. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    /** What a token is to be. */
    record Wish(
            String name,
            Set<Role> roles,
            boolean readOnly,
            @Nullable Instant expiresAt) {}

    /** A new token, which is shown this once. */
    record Made(ApiToken token, String secret) {}

    private final MongoTemplate mongo;
    private final Clock clock;
    private final BytesKeyGenerator random = KeyGenerators.secureRandom(32);
    private final LoadingCache<String, Optional<ApiToken>> recent;

    ApiTokens(MongoTemplate mongo, Clock clock, IdentityProperties properties) {
        this.mongo = mongo;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(properties.recheck())
                .build(this::load);
    }

    /** One that is known and has not expired. */
    Optional<ApiToken> find(String secret) {
        var token = byId(Fingerprint.of(secret));
        token.ifPresent(this::noteUse);
        return token;
    }

    /** Likewise, without a call. */
    Optional<ApiToken> byId(String id) {
        return recent.get(id).filter(token -> token.isValid(clock.instant()));
    }

    private Optional<ApiToken> load(String id) {
        return Optional.ofNullable(mongo.findById(id, ApiToken.class));
    }

    private void noteUse(ApiToken token) {
        var now = clock.instant();
        if (token.lastUsedAt() == null || token.lastUsedAt().plus(NOTED).isBefore(now)) {
            mongo.updateFirst(query(where("_id").is(token.id())), Update.update("lastUsedAt", now), ApiToken.class);
            recent.invalidate(token.id());
        }
    }

    /** Newest first. */
    List<ApiToken> all() {
        return list(new Query());
    }

    List<ApiToken> of(UserId user) {
        return list(query(where("user").is(user)));
    }

    private List<ApiToken> list(Query query) {
        return mongo.find(query.with(Sort.by(Sort.Order.desc("createdAt"), Sort.Order.asc("_id"))), ApiToken.class);
    }

    Optional<ApiToken> get(String id) {
        return Optional.ofNullable(mongo.findById(id, ApiToken.class));
    }

    Made make(UserId user, Wish wish) {
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random.generateKey());
        var token = new ApiToken(
                Fingerprint.of(secret),
                user,
                wish.name(),
                secret.substring(secret.length() - HINT),
                wish.roles(),
                wish.readOnly(),
                clock.instant(),
                wish.expiresAt(),
                null);
        mongo.insert(token);
        return new Made(token, secret);
    }

    void revoke(ApiToken token) {
        mongo.remove(query(where("_id").is(token.id())), ApiToken.class);
        recent.invalidate(token.id());
    }

    /** Takes over a token that the settings or local mode name. */
    void add(Secret secret, UserId user, String name) {
        var id = Fingerprint.of(secret.value());
        if (mongo.findById(id, ApiToken.class) == null) {
            mongo.save(new ApiToken(id, user, name, null, null, null, clock.instant(), null, null));
            recent.invalidate(id);
        }
    }
}
