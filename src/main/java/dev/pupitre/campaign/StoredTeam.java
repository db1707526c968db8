package dev.pupitre.campaign;

import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A team as stored. */
@Document("teams")
record StoredTeam(@Id String id, String name, Set<String> members, long version) {
    static StoredTeam of(Team team, long version) {
        return new StoredTeam(team.id(), team.name(), team.members(), version);
    }

    Team team() {
        return new Team(id, name, members);
    }
}
