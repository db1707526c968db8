package dev.pupitre.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Everyone who may use Pupitre. */
@Component
class Users {
    private final MongoTemplate mongo;
    private final boolean demoAllowed;
    private final LoadingCache<UserId, Optional<Account>> recent;

    Users(MongoTemplate mongo, Environment environment, IdentityProperties properties) {
        this.mongo = mongo;
        this.demoAllowed = environment.acceptsProfiles(Profiles.of("local"));
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(properties.recheck())
                .build(this::account);
    }

    /** By id. */
    List<User> all() {
        return mongo.findAll(Account.class).stream()
                .filter(this::counts)
                .map(Account::user)
                .sorted(Comparator.comparing(user -> user.id().value()))
                .toList();
    }

    /** The user as the caller of a request, unless no longer allowed. */
    Optional<Caller> caller(UserId id) {
        return recent.get(id).filter(Account::enabled).map(Account::caller);
    }

    /** As others see them, unless no longer allowed; known some seconds late. */
    Optional<User> user(UserId id) {
        return recent.get(id).filter(Account::enabled).map(Account::user);
    }

    /** What somebody is or was called, whether still allowed or not; known some seconds late. */
    Optional<String> name(UserId id) {
        return recent.get(id).map(Account::displayName);
    }

    /** As stored now; logins look past the cache. */
    Optional<Account> account(UserId id) {
        return Optional.ofNullable(mongo.findById(id, Account.class)).filter(this::counts);
    }

    private boolean counts(Account account) {
        return demoAllowed || !account.demo();
    }

    boolean nobody() {
        return !mongo.exists(query(where("demo").is(false)), Account.class);
    }

    /** False when there is such a user already, who then stays unchanged. */
    boolean add(Account account) {
        try {
            mongo.insert(account);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        } finally {
            recent.invalidate(account.id());
        }
    }

    /** As it is now; nothing when there is no such user. */
    Optional<Account> change(UserId id, Update update) {
        try {
            return Optional.ofNullable(mongo.findAndModify(
                    query(where("_id").is(id)),
                    update,
                    FindAndModifyOptions.options().returnNew(true),
                    Account.class));
        } finally {
            recent.invalidate(id);
        }
    }

    /** The one whom the company's login knows so. */
    Optional<Account> bySubject(String subject) {
        return Optional.ofNullable(mongo.findOne(query(where("subject").is(subject)), Account.class))
                .filter(this::counts);
    }

    /** From now on the company's login may let this user in, unless another person was faster there. */
    Optional<Account> link(UserId id, String subject) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id).and("subject").is(null)),
                Update.update("subject", subject),
                FindAndModifyOptions.options().returnNew(true),
                Account.class));
    }

    void changePasswordHash(UserId id, String hash) {
        mongo.updateFirst(query(where("_id").is(id)), Update.update("passwordHash", hash), Account.class);
    }
}
