package dev.pupitre.identity;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A user as stored.
 *
 * @param passwordHash absent for a program, which has tokens only
 * @param demo made up for local mode, and of no effect elsewhere even if it gets there
 */
@Document("users")
record Account(
        @Id UserId id,
        String displayName,
        @Nullable String passwordHash,
        Set<Role> roles,
        boolean enabled,
        boolean demo) {
    User user() {
        return new User(id, displayName, roles.stream().sorted().toList(), enabled);
    }

    Caller caller() {
        return new Caller(id, displayName, roles);
    }
}
