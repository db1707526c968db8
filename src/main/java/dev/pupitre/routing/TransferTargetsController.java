package dev.pupitre.routing;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ForAgents;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** To whom a conversation can be handed on. */
@RestController
@RequestMapping("/api/v1/transfer-targets")
class TransferTargetsController {
    private final TransferTargets targets;

    TransferTargetsController(TransferTargets targets) {
        this.targets = targets;
    }

    @ForAgents
    @GetMapping
    TransferTargets.Targets targets(@RequestParam(required = false) @Nullable CampaignId campaign) {
        return targets.all(campaign);
    }
}
