package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the campaigns that conversations name are called, for everyone: archived and disabled ones, too. */
@RestController
class CampaignNamesController {
    record Named(CampaignId id, String name) {}

    private final KnownCampaigns known;

    CampaignNamesController(KnownCampaigns known) {
        this.known = known;
    }

    @GetMapping("/api/v1/campaign-names")
    List<Named> names() {
        return known.all().stream()
                .map(stored -> new Named(stored.id(), stored.campaign().name()))
                .sorted(Comparator.comparing(Named::name)
                        .thenComparing(named -> named.id().value()))
                .toList();
    }
}
