package dev.pupitre.identity;

import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets the first person in where there is nobody yet; later settings change nothing. */
@Component
@Profile("!local")
class FirstAdministrator implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int SHORTEST_TOKEN = 12;

    private final Users users;
    private final ApiTokens tokens;
    private final PasswordEncoder passwords;
    private final IdentityProperties.Admin settings;

    FirstAdministrator(Users users, ApiTokens tokens, PasswordEncoder passwords, IdentityProperties properties) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.settings = properties.admin();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!users.nobody()) {
            return;
        }
        var password = settings.password();
        if (password == null) {
            log.warn("Nobody can log in: there is no user yet. Set PUPITRE_IDENTITY_ADMIN_PASSWORD and start again.");
            return;
        }
        PasswordRule.violation(password, List.of(settings.name())).ifPresent(violation -> {
            throw new CannotStart("Expected PUPITRE_IDENTITY_ADMIN_PASSWORD " + violation);
        });
        requireLongEnough(settings.token());
        create(password);
    }

    private void create(Secret password) {
        var id = new UserId(settings.name());
        var token = settings.token();
        if (users.add(Account.person(id, "Administrator", passwords.encode(password.value()), Set.of(Role.ADMIN)))) {
            log.info("Created the first administrator, {}", id);
        } else {
            log.warn("Did not create the first administrator: there is a user {} already", id);
        }
        if (token != null) {
            tokens.add(token, id, "first administrator");
        }
    }

    private static void requireLongEnough(@Nullable Secret token) {
        if (token != null && token.value().length() < SHORTEST_TOKEN) {
            throw new CannotStart("Expected PUPITRE_IDENTITY_ADMIN_TOKEN to have at least %d characters, but it has %d"
                    .formatted(SHORTEST_TOKEN, token.value().length()));
        }
    }
}
