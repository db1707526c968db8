package dev.pupitre.campaign;

import dev.pupitre.identity.Agents;
import dev.pupitre.kernel.UserId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the screens show of campaigns. */
@Component
class CampaignViews {
    /** Something to choose, by its name. */
    record Choice(String id, String name) {}

    /** What a campaign can be made of. */
    record Options(
            List<Choice> pages,
            List<Choice> agents,
            List<Choice> teams,
            Collection<String> schedules,
            Collection<String> expertise,
            List<String> placeholders,
            String zone) {}

    /** A campaign's members with their names. */
    record MembersView(boolean everyone, List<NamedMember> list, long version) {}

    /** One of them; the name is the id of who is known no more. */
    record NamedMember(
            String user,
            String name,
            Collection<String> expertise,
            @Nullable Integer capacity) {}

    private final CampaignRules rules;
    private final Surroundings surroundings;
    private final KnownCampaigns known;

    CampaignViews(CampaignRules rules, Surroundings surroundings, KnownCampaigns known) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.known = known;
    }

    CampaignView of(StoredCampaign stored) {
        return new CampaignView(
                stored.campaign(),
                stored.isArchived(),
                rules.missing(stored.campaign()),
                stored.changedBy(),
                stored.changedAt());
    }

    /** By name. */
    List<CampaignView> all(boolean archived) {
        return known.all().stream()
                .filter(stored -> stored.isArchived() == archived)
                .sorted(Comparator.comparing(
                                (StoredCampaign stored) -> stored.campaign().name())
                        .thenComparing(stored -> stored.id().value()))
                .map(this::of)
                .toList();
    }

    MembersView members(StoredCampaign stored) {
        var names = surroundings.agents().stream().collect(Collectors.toMap(Agents.Agent::id, Agents.Agent::name));
        var members = stored.campaign().members();
        return new MembersView(
                members.everyone(),
                members.list().stream()
                        .map(member -> new NamedMember(
                                member.user(),
                                names.getOrDefault(new UserId(member.user()), member.user()),
                                member.expertise(),
                                member.capacity()))
                        .toList(),
                stored.version());
    }

    Options options() {
        return new Options(
                surroundings.pages().stream()
                        .map(page -> new Choice(page.id().value(), page.name()))
                        .toList(),
                surroundings.agents().stream()
                        .map(agent -> new Choice(agent.id().value(), agent.name()))
                        .toList(),
                surroundings.teams().stream()
                        .map(team -> new Choice(team.id(), team.name()))
                        .toList(),
                surroundings.schedules(),
                known.all().stream()
                        .flatMap(stored -> stored.campaign().members().list().stream())
                        .flatMap(member -> member.expertise().stream())
                        .sorted()
                        .distinct()
                        .toList(),
                Arrays.stream(Placeholder.values()).map(Placeholder::word).toList(),
                surroundings.zone().getId());
    }
}
