package dev.pupitre.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The teams, each by the name the table {@code routing} gives. */
@Component
public class Teams {
    public List<Team> all() {
        return List.of();
    }

    public Optional<Team> find(String id) {
        return all().stream().filter(team -> team.id().equals(id)).findFirst();
    }
}
