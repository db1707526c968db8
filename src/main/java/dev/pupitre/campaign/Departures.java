package dev.pupitre.campaign;

import static java.util.stream.Collectors.toSet;

import dev.pupitre.identity.AgentLeft;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets those leave the campaigns and teams who are no agents any more: at once where it was decided, and by a look from
 * time to time what a crash has left undone. Conversations are not theirs to take along: the routing gives them to others.
 */
@Component
class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final CampaignEditor editor;
    private final TeamEditor teams;
    private final KnownTeams knownTeams;
    private final Surroundings surroundings;

    Departures(CampaignEditor editor, TeamEditor teams, KnownTeams knownTeams, Surroundings surroundings) {
        this.editor = editor;
        this.teams = teams;
        this.knownTeams = knownTeams;
        this.surroundings = surroundings;
    }

    @EventListener
    void onLeave(AgentLeft left) {
        look();
    }

    @Scheduled(
            fixedDelayString = "${pupitre.campaign.recheck:1m}",
            initialDelayString = "${pupitre.campaign.recheck:1m}")
    void look() {
        try {
            settle();
        } catch (DataAccessException away) {
            LOG.warn("Expected to look for members who left, but the store did not answer: {}", away.getMessage());
        }
    }

    private void settle() {
        var agents = surroundings.agentIds();
        for (var stored : editor.all()) {
            stored.campaign().members().list().stream()
                    .map(Members.Member::user)
                    .filter(user -> !agents.contains(user))
                    .forEach(user -> {
                        var _ = editor.removeMember(null, stored.id(), user);
                    });
        }
        for (var team : knownTeams.all()) {
            var leavers = leavers(team, agents);
            if (!leavers.isEmpty()) {
                teams.leave(team, leavers);
            }
        }
    }

    private static Set<String> leavers(StoredTeam team, Set<String> agents) {
        return team.members().stream().filter(user -> !agents.contains(user)).collect(toSet());
    }
}
