package dev.pupitre.identity;

import dev.pupitre.audit.Audit;
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

    User add(UserId id, String name, @Nullable Secret password, Set<Role> roles) {
        Audit.about(id.value());
        Audit.changing("name", null, name);
        Audit.changing("roles", null, roles);
        return add(Account.person(id, name, password == null ? null : hash(password, id, name), roles));
    }

    /** One that calls with tokens only. */
    User addProgram(UserId id, String name, Set<Role> roles) {
        Audit.about(id.value());
        Audit.changing("name", null, name);
        Audit.changing("roles", null, roles);
        return add(Account.program(id, name, roles));
    }

    private User add(Account account) {
        if (!users.add(account)) {
            throw new UserKnown(account.id());
        }
        return account.user();
    }

    /** Whoever is given the role while disabled would be an administrator as soon as somebody enables them. */
    boolean makesAdministrator(UserId id, Change change) {
        var known = users.account(id).orElseThrow(() -> new UserUnknown(id));
        var was = known.roles().contains(Role.ADMIN);
        var is = change.roles() == null ? was : change.roles().contains(Role.ADMIN);
        var enables = !known.enabled() && Boolean.TRUE.equals(change.enabled());
        return is && (!was || enables);
    }

    User change(Caller administrator, UserId id, Change change) {
        var known = users.account(id).orElseThrow(() -> new UserUnknown(id));
        if (id.equals(administrator.id()) && (change.disables() || change.takesAway(Role.ADMIN))) {
            throw new OwnAccess();
        }
        if (known.isProgram() && change.password() != null) {
            throw new InvalidInput("password", "Expected none, as a program never logs in");
        }
        var update = update(change, known);
        tell(known, change);
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

    private void tell(Account known, Change change) {
        if (change.name() != null) {
            Audit.changing("name", known.displayName(), change.name());
        }
        if (change.roles() != null) {
            Audit.changing("roles", known.roles(), change.roles());
        }
        if (change.enabled() != null) {
            Audit.changing("enabled", known.enabled(), change.enabled());
        }
        if (change.password() != null) {
            Audit.changing("password", null, "***");
        }
    }

    private Update update(Change change, Account known) {
        var update = new Update();
        set(update, "displayName", change.name());
        set(
                update,
                "passwordHash",
                change.password() == null ? null : hash(change.password(), known.id(), known.displayName()));
        set(update, "roles", change.roles());
        set(update, "enabled", change.enabled());
        return update;
    }

    private static void set(Update update, String field, @Nullable Object value) {
        if (value != null) {
            update.set(field, value);
        }
    }

    private String hash(Secret password, UserId id, String name) {
        PasswordRule.violation(password, List.of(id.value(), name)).ifPresent(violation -> {
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
