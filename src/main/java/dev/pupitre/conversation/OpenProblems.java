package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.RulesProblems.Problem;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.CampaignId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The problems of rules that are still to be mended, as far as can be told. */
@Component
class OpenProblems {
    private final RulesProblems problems;
    private final DecisionTables tables;
    private final Campaigns campaigns;
    private final Teams teams;

    OpenProblems(RulesProblems problems, DecisionTables tables, Campaigns campaigns, Teams teams) {
        this.problems = problems;
        this.tables = tables;
        this.campaigns = campaigns;
        this.teams = teams;
    }

    /** The newest first. */
    List<Problem> newest() {
        return problems.newest().stream().filter(problem -> !isMended(problem)).toList();
    }

    /** A newer version of the table decides by now, or what the row names has been made. */
    private boolean isMended(Problem problem) {
        var version = problem.version();
        if (version != null
                && tables.version(problem.table()).filter(now -> now > version).isPresent()) {
            return true;
        }
        return switch (problem.kind()) {
            case UNKNOWN_CAMPAIGN -> isCampaign(problem.value());
            case UNKNOWN_TEAM -> teams.find(problem.value()).isPresent();
            case CAMPAIGN_NOT_HERE -> campaigns.isChangedSince(new CampaignId(problem.value()), problem.lastAt());
            case UNKNOWN_AGENT, WRONG_TYPE -> false;
        };
    }

    private boolean isCampaign(String name) {
        try {
            return campaigns.findInUse(new CampaignId(name)).isPresent();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
