package dev.pupitre.identity;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What administrators do with users: let them in, change what they may do, and see them off. */
@Component
class Administration {
    /** What is left out stays as it is. */
    record Change(
            @Nullable String name,
            @Nullable Secret password,
            @Nullable Set<Role> roles,
            @Nullable Boolean enabled) {
        boolean disables() {
            return Boolean.FALSE.equals(enabled);
        }

        boolean takesAway(Role role) {
            return roles != null && !roles.contains(role);
        }
    }

    private final Users users;
    private final LoginSessions sessions;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Administration(Users users, LoginSessions sessions, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.events = events;
    }

    List<User> everyone() {
        return users.all();
    }

    User add(UserId id, String name, Secret password, Set<Role> roles) {
        var account = new Account(id, name, hash(password), roles, true, false);
        if (!users.add(account)) {
            throw new UserKnown(id);
        }
        return account.user();
    }

    User change(Caller administrator, UserId id, Change change) {
        var known = users.account(id).orElseThrow(() -> new UserUnknown(id));
        if (id.equals(administrator.id()) && (change.disables() || change.takesAway(Role.ADMIN))) {
            throw new OwnAccess();
        }
        var update = update(change);
        var changed = update.getUpdateObject().isEmpty()
                ? known
                : users.change(id, update).orElseThrow(() -> new UserUnknown(id));
        // Only now: whoever knows the old password could have opened another session before.
        if (change.disables() || change.password() != null) {
            sessions.endAllOf(id);
        }
        if (change.disables() || change.takesAway(Role.AGENT)) {
            events.publishEvent(new AgentLeft(id));
        }
        return changed.user();
    }

    private Update update(Change change) {
        var update = new Update();
        set(update, "displayName", change.name());
        set(update, "passwordHash", change.password() == null ? null : hash(change.password()));
        set(update, "roles", change.roles());
        set(update, "enabled", change.enabled());
        return update;
    }

    private static void set(Update update, String field, @Nullable Object value) {
        if (value != null) {
            update.set(field, value);
        }
    }

    private String hash(Secret password) {
        PasswordRule.violation(password).ifPresent(violation -> {
            throw new InvalidInput("password", "Expected the password " + violation);
        });
        return Objects.requireNonNull(passwords.encode(password.value()));
    }

    private static final class UserUnknown extends NotFound {
        UserUnknown(UserId id) {
            super("Expected a user %s, but there is none".formatted(id));
        }
    }

    private static final class UserKnown extends Conflict {
        UserKnown(UserId id) {
            super("Expected a new id, but there is a user %s already".formatted(id));
        }
    }

    /** So that there is always someone left who can let others in. */
    private static final class OwnAccess extends Conflict {
        OwnAccess() {
            super("Expected another administrator to do this: nobody can disable themselves or give up the role ADMIN");
        }
    }
}
