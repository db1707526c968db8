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

    /**
     * One of them.
     *
     * @param program whether it is none, but calls with tokens only: nobody hands it on to one, or names it in a note
     */
    public record Person(UserId id, String name, Set<Role> roles, boolean program) {
        public Person {
            roles = Set.copyOf(roles);
        }

        public Person(UserId id, String name, Set<Role> roles) {
            this(id, name, roles, false);
        }

        private static Person of(User user) {
            return new Person(user.id(), user.name(), Set.copyOf(user.roles()), user.program());
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
        return users.user(id).map(Person::of);
    }

    /** What somebody is called, also one who has left; empty for somebody who was never here. */
    public Optional<String> name(UserId id) {
        return users.name(id);
    }

    /** All who may be given conversations, by id. */
    public List<Person> whoAnswer() {
        return users.all().stream()
                .filter(User::enabled)
                .map(Person::of)
                .filter(Person::answers)
                .toList();
    }
}
