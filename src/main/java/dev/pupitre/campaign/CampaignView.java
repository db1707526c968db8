package dev.pupitre.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as those see it who look after it.
 *
 * @param missing what keeps it from being enabled
 */
record CampaignView(
        @JsonUnwrapped Campaign campaign,
        boolean archived,
        List<FieldProblem> missing,
        @Nullable UserId changedBy,
        @Nullable Instant changedAt) {}
