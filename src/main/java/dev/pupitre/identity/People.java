package dev.pupitre.identity;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Those who work here, for rooms that hand them something to do. */
@Component
public class People {
    private static final Set<Role> ANSWER = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    /** One of them. */
    public record Person(UserId id, String name, Set<Role> roles) {
        public Person {
            roles = Set.copyOf(roles);
        }

        /** Whether customers' conversations may be given to this person. */
        public boolean answers() {
            return roles.stream().anyMatch(ANSWER::contains);
        }
    }

    private final Users users;

    People(Users users) {
        this.users = users;
    }

    /** Empty for somebody who was never here, or has left; known some seconds late. */
    public Optional<Person> find(UserId id) {
        return users.caller(id).map(caller -> new Person(caller.id(), caller.displayName(), caller.roles()));
    }

    /** All who may be given conversations, by id. */
    public List<Person> whoAnswer() {
        return users.all().stream()
                .filter(User::enabled)
                .map(user -> new Person(user.id(), user.name(), Set.copyOf(user.roles())))
                .filter(Person::answers)
                .toList();
    }
}
