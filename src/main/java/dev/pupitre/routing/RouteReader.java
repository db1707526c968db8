package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.RulesProblems;
import dev.pupitre.conversation.RulesProblems.Kind;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what the rules say of who answers; what cannot be done is told to the analysts, and the members answer. */
@Component
class RouteReader {
    /** Who is to answer, and how urgent it is. */
    record Wanted(Pool pool, int priority, @Nullable String expertise) {}

    private final Teams teams;
    private final People people;
    private final RulesProblems problems;
    private final Clock clock;

    RouteReader(Teams teams, People people, RulesProblems problems, Clock clock) {
        this.teams = teams;
        this.people = people;
        this.problems = problems;
        this.clock = clock;
    }

    Wanted read(ConversationId id, Campaign campaign, @Nullable Route given) {
        var route = given == null ? Route.NONE : given;
        return new Wanted(
                pool(id, campaign, route),
                priority(id, route.priority()),
                text(id, "expertise", route.expertise()).orElse(null));
    }

    private Pool pool(ConversationId id, Campaign campaign, Route route) {
        var target = text(id, "target", route.target()).orElse("");
        return switch (target) {
            case "agent" -> agent(id, campaign, text(id, "agent", route.agent()).orElse(""));
            case "team" -> team(id, campaign, text(id, "team", route.team()).orElse(""));
            // The automatic agent has handed it on by now.
            case "ai", "members", "" -> Pool.members(campaign.id());
            default -> {
                report(id, "target", Kind.WRONG_TYPE, target);
                yield Pool.members(campaign.id());
            }
        };
    }

    private Pool agent(ConversationId id, Campaign campaign, String agent) {
        if (isAgent(agent)) {
            return new Pool(campaign.id(), Pool.Kind.AGENT, agent);
        }
        report(id, "agent", Kind.UNKNOWN_AGENT, agent);
        return Pool.members(campaign.id());
    }

    private boolean isAgent(String agent) {
        return !agent.isBlank()
                && agent.length() <= 64
                && people.find(new UserId(agent)).filter(People.Person::answers).isPresent();
    }

    private Pool team(ConversationId id, Campaign campaign, String team) {
        if (teams.find(team).isPresent()) {
            return new Pool(campaign.id(), Pool.Kind.TEAM, team);
        }
        report(id, "team", Kind.UNKNOWN_TEAM, team);
        return Pool.members(campaign.id());
    }

    private Optional<String> text(ConversationId id, String output, @Nullable Object value) {
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value).filter(text -> !text.isBlank());
        }
        report(id, output, Kind.WRONG_TYPE, String.valueOf(value));
        return Optional.empty();
    }

    private int priority(ConversationId id, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        if (value != null) {
            report(id, "priority", Kind.WRONG_TYPE, String.valueOf(value));
        }
        return 0;
    }

    /** Only the process knows by which row. */
    private void report(ConversationId id, String output, Kind kind, String value) {
        var decision = new Decision(
                "routing", null, null, null, Map.of(output, value), "The row was not told", clock.instant());
        problems.report(id, decision, output, kind, value);
    }
}
