package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.Progress;
import dev.pupitre.conversation.RulesProblems;
import dev.pupitre.conversation.RulesProblems.Kind;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what the rules say of who answers; what cannot be done is told to the analysts, and the members answer. */
@Component
class RouteReader {
    private static final String TABLE = "routing";

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

    Wanted read(Progress progress, Campaign campaign, @Nullable Route given) {
        return new Reading(progress, campaign, given == null ? Route.NONE : given).wanted();
    }

    /** One route, and what the table was seen to say where it came from there. */
    private final class Reading {
        private final ConversationId id;
        private final Campaign campaign;
        private final Route route;
        private final boolean chosen;
        private final @Nullable Decision decision;

        Reading(Progress progress, Campaign campaign, Route route) {
            this.id = progress.conversation().id();
            this.campaign = campaign;
            this.route = route;
            this.chosen = progress.isHandedOn();
            this.decision = chosen ? null : progress.lastDecision(TABLE).orElse(null);
        }

        Wanted wanted() {
            return new Wanted(pool(), priority(), text("expertise", route.expertise()));
        }

        private Pool pool() {
            var team = text("team", route.team());
            var agent = text("agent", route.agent());
            var target = text("target", route.target());
            return switch (target == null ? "" : target) {
                case "agent" -> agent(agent);
                case "team" -> team(team);
                // The AI agent has handed it on by now.
                case "ai", "members", "" -> Pool.members(campaign.id());
                default -> {
                    report("target", Kind.WRONG_TYPE, target);
                    yield Pool.members(campaign.id());
                }
            };
        }

        private Pool agent(@Nullable String agent) {
            if (agent != null && isAgent(agent)) {
                return new Pool(campaign.id(), Pool.Kind.AGENT, agent);
            }
            report("agent", Kind.UNKNOWN_AGENT, agent);
            return Pool.members(campaign.id());
        }

        private Pool team(@Nullable String team) {
            if (team != null && teams.find(team).isPresent()) {
                return new Pool(campaign.id(), Pool.Kind.TEAM, team);
            }
            report("team", Kind.UNKNOWN_TEAM, team);
            return Pool.members(campaign.id());
        }

        private @Nullable String text(String output, @Nullable Object value) {
            var said = value == null ? decided(output) : value;
            if (said != null && !(said instanceof String)) {
                report(output, Kind.WRONG_TYPE, said);
            }
            return value instanceof String text && !text.isBlank() ? text : null;
        }

        /** The process takes 0 for what is no number. */
        private int priority() {
            var decided = decided("priority");
            var said = decided == null || decided instanceof Number ? route.priority() : decided;
            if (said instanceof Number number) {
                return number.intValue();
            }
            if (said != null) {
                report("priority", Kind.WRONG_TYPE, said);
            }
            return 0;
        }

        /** The process passes on nothing in the place of a value of another type than its column's. */
        private @Nullable Object decided(String output) {
            return decision == null ? null : decision.outputs().get(output);
        }

        /** By the row that said it; what somebody chose who handed the conversation on is no fault of the table. */
        private void report(String output, Kind kind, @Nullable Object value) {
            if (!chosen) {
                var text = Objects.toString(value, "");
                var told = decision != null
                                && text.equals(
                                        Objects.toString(decided(output), "").strip())
                        ? decision
                        : new Decision(
                                TABLE,
                                null,
                                null,
                                null,
                                Map.of(output, text),
                                List.of(),
                                "The row was not told",
                                null,
                                clock.instant());
                problems.report(id, told, output, kind, text);
            }
        }
    }

    private boolean isAgent(String agent) {
        return agent.length() <= 64
                && people.find(new UserId(agent)).filter(People.Person::answers).isPresent();
    }
}
