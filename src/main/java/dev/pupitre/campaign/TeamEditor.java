package dev.pupitre.campaign;

import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with teams. */
@Component
class TeamEditor {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MEMBERS = 1000;
    private static final int ATTEMPTS = 20;

    private final KnownTeams known;
    private final Campaigns campaigns;
    private final Surroundings surroundings;

    TeamEditor(KnownTeams known, Campaigns campaigns, Surroundings surroundings) {
        this.known = known;
        this.campaigns = campaigns;
        this.surroundings = surroundings;
    }

    StoredTeam find(String id) {
        return known.stored(id).orElseThrow(() -> new TeamNotFound(id));
    }

    StoredTeam create(@Nullable String wanted, String name, Set<String> members) {
        check(name, members, Set.of());
        if (wanted != null && !ID.matcher(wanted).matches()) {
            throw new InvalidInput("id", "must be 1 to 64 of a-z, 0-9 and '-'");
        }
        for (var attempt = 1; attempt <= (wanted == null ? ATTEMPTS : 1); attempt++) {
            var id = wanted == null ? CampaignIds.of(name, attempt).value() : wanted;
            var team = StoredTeam.of(new Team(id, name.strip(), members), 1);
            if (known.add(team)) {
                return team;
            }
        }
        throw new IdTaken(wanted == null ? name : wanted);
    }

    StoredTeam change(String id, long version, @Nullable String name, @Nullable Set<String> members) {
        var before = find(id);
        var team =
                new Team(id, name == null ? before.name() : name.strip(), members == null ? before.members() : members);
        check(team.name(), team.members(), before.members());
        if (before.version() != version || !known.replace(StoredTeam.of(team, version + 1), before)) {
            throw new ChangedMeanwhile("team " + id, version, find(id).version());
        }
        return StoredTeam.of(team, version + 1);
    }

    void delete(String id) {
        var using = campaigns.all().stream()
                .filter(campaign -> campaign.waiting().overflow() == Waiting.Overflow.TEAM
                        && id.equals(campaign.waiting().team()))
                .map(Campaign::name)
                .toList();
        if (!using.isEmpty()) {
            throw new CampaignRefused(
                    "Expected a team that nobody needs, but the overflow goes to it of " + String.join(", ", using));
        }
        var team = find(id);
        if (!known.remove(team)) {
            throw new ChangedMeanwhile("team " + id, team.version(), find(id).version());
        }
    }

    /** Who is no agent any more leaves, whatever the team is left with. */
    void leave(StoredTeam seen, Set<String> leavers) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = known.stored(seen.id());
            if (before.isEmpty() || before.get().members().stream().noneMatch(leavers::contains)) {
                return;
            }
            var staying = before.get().members().stream()
                    .filter(member -> !leavers.contains(member))
                    .toList();
            var team = new Team(seen.id(), before.get().name(), Set.copyOf(staying));
            if (known.replace(StoredTeam.of(team, before.get().version() + 1), before.get())) {
                return;
            }
        }
    }

    private void check(String name, Set<String> members, Set<String> before) {
        var problems = new Problems();
        problems.name("name", name, LONGEST_NAME);
        problems.size("members", members, MOST_MEMBERS);
        var joining = members.stream().filter(user -> !before.contains(user)).toList();
        if (!joining.isEmpty()) {
            var agents = surroundings.agentIds();
            joining.stream()
                    .filter(user -> !agents.contains(user))
                    .forEach(user ->
                            problems.add("members", "NOT_AN_AGENT", "must be agents, but %s is not".formatted(user)));
        }
        problems.refuse();
    }

    private static final class TeamNotFound extends NotFound {
        TeamNotFound(String id) {
            super("Expected a team %s, but there is none".formatted(id));
        }
    }
}
