package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a change: these users, and everyone with one of these roles.
 *
 * @param about whoever looks at this is told as well, as {@link Watchers} knows it; null for nobody
 */
public record Audience(
        Set<UserId> users, Set<Role> roles, @Nullable String about) {
    public Audience(Set<UserId> users, Set<Role> roles) {
        this(users, roles, null);
    }

    public boolean includes(Caller caller) {
        return users.contains(caller.id()) || caller.roles().stream().anyMatch(roles::contains);
    }

    Audience and(Set<UserId> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new HashSet<>(users);
        all.addAll(more);
        return new Audience(all, roles, about);
    }
}
