package dev.pupitre.kernel;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/** The user a request comes from: the principal of every authenticated request, by cookie and by token alike. */
public record Caller(UserId id, String displayName, Set<Role> roles) implements Principal, Serializable {
    @Override
    public String getName() {
        return id.value();
    }
}
