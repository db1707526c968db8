package dev.pupitre.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The teams, each by the name the table {@code routing} gives; asking never waits. */
@Component
public class Teams {
    private final KnownTeams known;

    Teams(KnownTeams known) {
        this.known = known;
    }

    /** By name. */
    public List<Team> all() {
        return known.all().stream()
                .map(StoredTeam::team)
                .sorted(Comparator.comparing(Team::name).thenComparing(Team::id))
                .toList();
    }

    public Optional<Team> find(String id) {
        return known.find(id).map(StoredTeam::team);
    }
}
