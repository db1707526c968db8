package dev.pupitre.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pupitre.kernel.UserId;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Bears only so many wrong passwords for one user name and from one address; a right one costs nothing. */
@Component
class LoginThrottle {
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> byAddress;
    private final LoadingCache<String, Bucket> byUser;

    LoginThrottle(IdentityProperties properties) {
        var throttle = properties.throttle();
        byAddress = buckets(throttle.perAddress(), throttle.addressRecovery());
        byUser = buckets(throttle.perUser(), throttle.userRecovery());
    }

    private static LoadingCache<String, Bucket> buckets(int attempts, Duration recovery) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(recovery.multipliedBy(attempts))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(1, recovery))
                        .build());
    }

    /** Counts an attempt before its password is looked at; when it is one too many, how long to wait. */
    Optional<Duration> attempt(String address, Optional<UserId> user) {
        var wait = take(byAddress.get(address));
        return wait.isPresent() ? wait : user.flatMap(id -> take(byUser.get(id.value())));
    }

    private static Optional<Duration> take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void succeeded(String address, UserId user) {
        byAddress.get(address).addTokens(1);
        byUser.invalidate(user.value());
    }
}
