package dev.pupitre.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** The tokens by which programs call the API, each in the name of a user. */
@Component
class ApiTokens {
    /** @param id the token's fingerprint */
    @Document("apiTokens")
    record ApiToken(@Id String id, UserId user, String name, Instant createdAt) {}

    private final MongoTemplate mongo;
    private final Users users;
    private final Clock clock;
    private final LoadingCache<String, Optional<ApiToken>> recent;

    ApiTokens(MongoTemplate mongo, Users users, Clock clock, IdentityProperties properties) {
        this.mongo = mongo;
        this.users = users;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(properties.recheck())
                .build(id -> Optional.ofNullable(mongo.findById(id, ApiToken.class)));
    }

    Optional<Caller> caller(String token) {
        return recent.get(Fingerprint.of(token)).map(ApiToken::user).flatMap(users::caller);
    }

    void add(Secret token, UserId user, String name) {
        var id = Fingerprint.of(token.value());
        if (mongo.findById(id, ApiToken.class) == null) {
            mongo.save(new ApiToken(id, user, name, clock.instant()));
            recent.invalidate(id);
        }
    }
}
