package dev.pupitre.identity;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A user as stored.
 *
 * @param passwordHash absent for a program, which has tokens only, and for a person who logs in elsewhere
 * @param demo made up for local mode, and of no effect elsewhere even if it gets there
 * @param program whether it is one; absent for a person
 * @param subject how the company's login knows the person; absent before the first login there
 */
@Document("users")
record Account(
        @Id UserId id,
        String displayName,
        @Nullable String passwordHash,
        Set<Role> roles,
        boolean enabled,
        boolean demo,
        @Nullable Boolean program,
        @Indexed(unique = true, sparse = true) @Nullable String subject) {

    static Account person(UserId id, String displayName, @Nullable String passwordHash, Set<Role> roles) {
        return new Account(id, displayName, passwordHash, roles, true, false, null, null);
    }

    static Account program(UserId id, String displayName, Set<Role> roles) {
        return new Account(id, displayName, null, roles, true, false, true, null);
    }

    Account asDemo() {
        return new Account(id, displayName, passwordHash, roles, enabled, true, program, subject);
    }

    boolean isProgram() {
        return Boolean.TRUE.equals(program);
    }

    User user() {
        return new User(id, displayName, roles.stream().sorted().toList(), enabled, isProgram(), subject != null);
    }

    Caller caller() {
        return new Caller(id, displayName, roles);
    }
}
