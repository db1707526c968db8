package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.FieldProblem;
import java.net.URI;
import java.util.List;

/** The campaign lacks what it takes to be enabled; says all of it. */
final class CampaignIncomplete extends Conflict {
    private static final URI TYPE = URI.create("https://pupitre.dev/problems/campaign-incomplete");

    CampaignIncomplete(CampaignId id, List<FieldProblem> missing) {
        super("Expected a complete campaign, but %s is not: %s".formatted(id, told(missing)), TYPE, missing);
    }

    private static String told(List<FieldProblem> missing) {
        return String.join("; ", missing.stream().map(FieldProblem::toString).toList());
    }
}
