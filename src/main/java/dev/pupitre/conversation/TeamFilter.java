package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.campaign.Team;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;

/** What is some teams' work: what their members have in hand, and what waits for one of these teams. */
record TeamFilter(Set<String> teams, Set<String> members) {
    static TeamFilter of(Collection<Team> teams) {
        return new TeamFilter(
                teams.stream().map(Team::id).collect(Collectors.toSet()),
                teams.stream().flatMap(team -> team.members().stream()).collect(Collectors.toSet()));
    }

    /**
     * Whether the table has named the team, it was handed on to it, or its campaign's queue was full: it waits there. Each
     * of the two has an index of its own.
     */
    Criteria criteria() {
        var waiting =
                where("state").is(ConversationState.WAITING).and("course.team").in(teams);
        return new Criteria().orOperator(where("assignee._id").in(members), waiting);
    }
}
