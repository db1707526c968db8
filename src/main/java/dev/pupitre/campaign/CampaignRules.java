package dev.pupitre.campaign;

import dev.pupitre.kernel.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a campaign has to be like to be stored, and what else to be enabled.
 *
 * <p>What was in order when it was written and is not any more, such as a Page that was disconnected since, does not
 * stand in the way of another change.
 */
@Component
class CampaignRules {
    private final Surroundings surroundings;

    CampaignRules(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** All that is wrong with the campaign as it is to be after the change. */
    List<FieldProblem> problems(Campaign before, Campaign after) {
        var problems = new Problems();
        Limits.check(after, problems);
        references(before, after, problems);
        comments(before, after, problems);
        if (after.isCatchAll()) {
            catchAll(after, problems);
        }
        var found = new ArrayList<>(problems.found());
        found.removeAll(placeholdersTakenOnce(before));
        if (after.enabled()) {
            var already = missing(before);
            missing(after).stream().filter(lack -> !already.contains(lack)).forEach(found::add);
        }
        return found;
    }

    /** Earlier versions of Pupitre took some. */
    private static List<FieldProblem> placeholdersTakenOnce(Campaign before) {
        var problems = new Problems();
        Limits.check(before, problems);
        return problems.found().stream()
                .filter(problem -> Problems.UNKNOWN_PLACEHOLDER.equals(problem.code()))
                .toList();
    }

    private void references(Campaign before, Campaign after, Problems problems) {
        after.pages().stream()
                .filter(page -> !before.pages().contains(page) && !surroundings.isConnected(page))
                .forEach(page -> problems.add(
                        "pages", "PAGE_NOT_CONNECTED", "must be connected, but %s is not".formatted(page)));
        if (!after.schedule().isBlank()
                && !after.schedule().equals(before.schedule())
                && !surroundings.schedules().contains(after.schedule())) {
            problems.add("schedule", "SCHEDULE_UNKNOWN", "must have rows in the table business-hours");
        }
        var newMembers = after.members().list().stream()
                .map(Members.Member::user)
                .filter(user -> before.members().find(user).isEmpty())
                .toList();
        if (!newMembers.isEmpty()) {
            var agents = surroundings.agentIds();
            newMembers.stream()
                    .filter(user -> !agents.contains(user))
                    .forEach(user -> problems.add(
                            "members.list", "NOT_AN_AGENT", "must be agents, but %s is not".formatted(user)));
        }
        team(after.waiting(), problems);
    }

    private void team(Waiting waiting, Problems problems) {
        if (waiting.overflow() == Waiting.Overflow.TEAM
                && (waiting.team() == null || !surroundings.isTeam(waiting.team()))) {
            problems.add("waiting.team", "TEAM_UNKNOWN", "must be a team, as the overflow goes to it");
        }
    }

    /** What Pupitre never says for all to read has no meaning where there are only comments. */
    private static void comments(Campaign before, Campaign after, Problems problems) {
        if (!after.channels().equals(Set.of(Campaign.Channel.COMMENT))) {
            return;
        }
        var newly = !after.channels().equals(before.channels());
        if (after.survey().on() && (newly || !before.survey().on())) {
            problems.add("survey.on", "PRIVATE_ONLY", "must be false, as nobody is asked under comments");
        }
        if (after.greeting().on() && (newly || !before.greeting().on())) {
            problems.add("greeting.on", "PRIVATE_ONLY", "must be false, as nobody is greeted under comments");
        }
    }

    private static void catchAll(Campaign campaign, Problems problems) {
        if (!campaign.pages().isEmpty()) {
            problems.add("pages", "CATCH_ALL", "must be empty, as the catch-all answers for all Pages");
        }
        if (!campaign.members().everyone()) {
            problems.add("members.everyone", "CATCH_ALL", "must be true, as the catch-all has everyone");
        }
        if (!campaign.channels().equals(Set.of(Campaign.Channel.values()))) {
            problems.add("channels", "CATCH_ALL", "must be all, as the catch-all answers for all");
        }
    }

    /** What keeps the campaign from being enabled, all at once. */
    List<FieldProblem> missing(Campaign campaign) {
        var missing = new Problems();
        if (campaign.channels().isEmpty()) {
            missing.add("channels", "NO_CHANNEL", "must hold one at least");
        }
        if (!campaign.isCatchAll()) {
            if (campaign.pages().isEmpty()) {
                missing.add("pages", "NO_PAGE", "must hold one at least");
            } else if (campaign.pages().stream().noneMatch(surroundings::isConnected)) {
                missing.add("pages", "PAGE_NOT_CONNECTED", "must hold one at least that is connected");
            }
        }
        if (campaign.schedule().isBlank()) {
            missing.add("schedule", "NO_SCHEDULE", "must be chosen");
        } else if (!surroundings.schedules().contains(campaign.schedule())) {
            missing.add("schedule", "SCHEDULE_UNKNOWN", "must have rows in the table business-hours");
        }
        if (!campaign.members().everyone() && campaign.members().list().isEmpty()) {
            missing.add("members", "NO_MEMBERS", "must be everyone, or hold one agent at least");
        }
        return missing.found();
    }
}
