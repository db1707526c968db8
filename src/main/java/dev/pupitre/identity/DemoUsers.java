package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The cast of local mode, where the password is the name; there before the first request is answered. */
@Component
@Profile("local")
class DemoUsers implements SmartInitializingSingleton {
    private static final UserId PROGRAM = new UserId("local-program");
    private static final Secret TOKEN = new Secret("local-dev-token");

    private final Users users;
    private final ApiTokens tokens;
    private final PasswordEncoder passwords;

    DemoUsers(Users users, ApiTokens tokens, PasswordEncoder passwords) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    @Override
    public void afterSingletonsInstantiated() {
        person("alice", "Alice Martin", Role.AGENT);
        person("bruno", "Bruno Costa", Role.AGENT);
        person("sofia", "Sofia Lindqvist", Role.SUPERVISOR);
        person("nadia", "Nadia Haddad", Role.ANALYST);
        person("admin", "Ada Admin", Role.ADMIN);
        add(Account.program(PROGRAM, "Local program", EnumSet.allOf(Role.class)));
        tokens.add(TOKEN, PROGRAM, "local development");
    }

    private void person(String name, String displayName, Role role) {
        var id = new UserId(name);
        if (users.account(id).isEmpty()) {
            add(Account.person(id, displayName, passwords.encode(name), Set.of(role)));
        }
    }

    private void add(Account account) {
        users.add(account.asDemo());
    }
}
