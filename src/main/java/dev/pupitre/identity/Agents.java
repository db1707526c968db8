package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Those who answer customers: the users with the role AGENT who are allowed in. */
@Component
public class Agents {
    /** One of them. */
    public record Agent(UserId id, String name) {}

    private final Users users;

    Agents(Users users) {
        this.users = users;
    }

    /** By id, as stored now. */
    public List<Agent> all() {
        return users.all().stream()
                .filter(user -> user.enabled() && user.roles().contains(Role.AGENT))
                .map(user -> new Agent(user.id(), user.name()))
                .toList();
    }
}
