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

    /** Whether the table has named the team, it was handed on to it, or its campaign's queue was full: it waits there. */
    Criteria criteria() {
        var told = waiting().and("course.team").in(teams);
        return new Criteria().orOperator(where("assignee._id").in(members), told, handedOnBefore(), routedBefore());
    }

    /** Who was queued by a version that did not write down for whom: whoever it was handed on to last counts. */
    private Criteria handedOnBefore() {
        return untold().and("course.target.kind")
                .is(Target.Kind.TEAM)
                .and("course.target.id")
                .in(teams);
    }

    private Criteria routedBefore() {
        return untold().and("course.target")
                .is(null)
                .and("course.decisions")
                .elemMatch(where("table").is("routing").and("outputs.team").in(teams));
    }

    private static Criteria untold() {
        return waiting().and("course.team").exists(false);
    }

    private static Criteria waiting() {
        return where("state").is(ConversationState.WAITING);
    }
}
