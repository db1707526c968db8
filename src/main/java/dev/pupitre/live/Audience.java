package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Set;

/** Who is told of a change: these users, and everyone with one of these roles. */
public record Audience(Set<UserId> users, Set<Role> roles) {
    public boolean includes(Caller caller) {
        return users.contains(caller.id()) || caller.roles().stream().anyMatch(roles::contains);
    }
}
