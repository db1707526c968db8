package dev.pupitre.identity;

import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.kernel.UserId;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those are called whom conversations and reports name, for those who lead: who has left, too. */
@RestController
class UserNamesController {
    record Named(UserId id, String name) {}

    private final Users users;

    UserNamesController(Users users) {
        this.users = users;
    }

    @GetMapping("/api/v1/user-names")
    @ForSupervisors
    List<Named> names() {
        return users.all().stream()
                .map(user -> new Named(user.id(), user.name()))
                .sorted(Comparator.comparing(Named::name)
                        .thenComparing(named -> named.id().value()))
                .toList();
    }
}
