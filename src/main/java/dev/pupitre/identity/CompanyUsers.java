package dev.pupitre.identity;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds out which of our users has come by the company's login, and with which roles. */
@Component
class CompanyUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    static final String UNKNOWN = "unknown";
    static final String NO_ROLE = "no-role";
    static final String DISABLED = "disabled";
    static final String TAKEN = "taken";

    private static final Pattern ID = Pattern.compile("[a-z0-9._-]{1,64}");

    private final OidcUserService claims = new OidcUserService();
    private final OidcProperties properties;
    private final Users users;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CompanyUsers(OidcProperties properties, Users users, Audit audit, ApplicationEventPublisher events) {
        this.properties = properties;
        this.users = users;
        this.audit = audit;
        this.events = events;
    }

    /** Whoever it is, by our id. */
    private static final class Person extends DefaultOidcUser {
        private final UserId id;

        Person(OidcUser user, UserId id) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.id = id;
        }

        @Override
        public String getName() {
            return id.value();
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var person = claims.loadUser(request);
        return new Person(person, account(person).id());
    }

    private Account account(OidcUser person) {
        var subject = person.getIssuer() + " " + person.getSubject();
        var groups = groups(person);
        var account = users.bySubject(subject)
                .or(() -> known(person, subject))
                .orElseGet(() -> newcomer(person, subject, groups));
        if (!account.enabled()) {
            throw refused(DISABLED, account.id() + " may not use Pupitre");
        }
        return groups.map(roles -> withRoles(account, roles)).orElse(account);
    }

    /** Somebody that an administrator has added, and who comes this way for the first time. */
    private Optional<Account> known(OidcUser person, String subject) {
        var id = id(person);
        var account = users.account(id);
        if (account.filter(one -> one.isProgram() || one.subject() != null).isPresent()) {
            throw refused(TAKEN, id + " is somebody else");
        }
        return account.flatMap(one -> {
            audit.record(Act.USER_LINKED, id.value());
            return users.link(id, subject);
        });
    }

    private Account newcomer(OidcUser person, String subject, Optional<Set<Role>> groups) {
        var id = id(person);
        if (!properties.newUsers()) {
            throw refused(UNKNOWN, id + " is no user");
        }
        var roles = groups.orElse(properties.defaultRoles());
        if (roles.isEmpty()) {
            throw refused(NO_ROLE, id + " has no role");
        }
        var name = Optional.ofNullable(person.getFullName())
                .filter(full -> !full.isBlank())
                .orElse(id.value());
        audit.record(Act.USER_SIGNED_UP, id.value());
        var account = new Account(id, name, null, roles, true, false, null, subject);
        if (!users.add(account)) {
            throw refused(TAKEN, id + " has come in twice at once");
        }
        return account;
    }

    /** The provider's word holds at every login, where it has been asked for roles. */
    private Account withRoles(Account account, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw refused(NO_ROLE, account.id() + " has no role");
        }
        if (roles.equals(account.roles())) {
            return account;
        }
        audit.record(Act.ROLES_BY_COMPANY, account.id().value(), "roles", account.roles(), roles);
        var changed = users.change(account.id(), Update.update("roles", roles)).orElse(account);
        if (account.roles().contains(Role.AGENT) && !roles.contains(Role.AGENT)) {
            events.publishEvent(new AgentLeft(account.id()));
        }
        return changed;
    }

    private UserId id(OidcUser person) {
        var claim = person.getClaims().get(properties.userClaim());
        var id = claim == null ? "" : claim.toString().strip().toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            throw refused(UNKNOWN, "the claim %s is no user's id: %s".formatted(properties.userClaim(), id));
        }
        return new UserId(id);
    }

    /** Nothing where roles are given here. */
    private Optional<Set<Role>> groups(OidcUser person) {
        if (properties.rolesClaim() == null) {
            return Optional.empty();
        }
        var names = names(claim(person.getClaims(), properties.rolesClaim()));
        var roles = EnumSet.noneOf(Role.class);
        properties.roles().forEach((role, groups) -> {
            if (groups.stream().anyMatch(names::contains)) {
                roles.add(role);
            }
        });
        return Optional.of(roles);
    }

    private static @Nullable Object claim(Map<String, Object> claims, String path) {
        Object found = claims.get(path);
        if (found != null) {
            return found;
        }
        found = claims;
        for (var step : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> inner ? inner.get(step) : null;
        }
        return found;
    }

    private static Collection<?> names(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case Collection<?> several -> several;
            default -> Set.of(claim);
        };
    }

    private static OAuth2AuthenticationException refused(String code, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, why, null), why);
    }
}
