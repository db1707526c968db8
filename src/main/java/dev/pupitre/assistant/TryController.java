package dev.pupitre.assistant;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets the authors of a campaign see what its AI agent would answer; nothing is sent to anyone. */
@RestController
class TryController {
    /** A customer's words, and the language to answer in. */
    record Trial(
            @NotBlank @Size(max = 2000) String text,
            @Nullable @Size(max = 20) String locale) {}

    /**
     * What it would do.
     *
     * @param answers the messages it would send, without the notice that it is automatic
     * @param sources what the answers were taken from
     * @param reason why a human would go on; null where none would
     */
    record Tried(
            List<String> answers,
            double score,
            double threshold,
            List<String> sources,
            @Nullable Reason reason) {}

    private final Campaigns campaigns;
    private final Answerers answerers;

    TryController(Campaigns campaigns, Answerers answerers) {
        this.campaigns = campaigns;
        this.answerers = answerers;
    }

    @PostMapping("/api/v1/campaigns/{id}/assistant/try")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
    Tried tryOut(@PathVariable CampaignId id, @Valid @RequestBody Trial trial) {
        var campaign = campaigns.find(id).orElseThrow(() -> new NoSuchCampaign(id));
        var answer = answer(campaign, trial);
        return new Tried(
                answer.texts(), answer.score(), campaign.assistant().threshold(), answer.sources(), answer.reason());
    }

    private Answer answer(Campaign campaign, Trial trial) {
        if (Wishes.aHuman(trial.text())) {
            return Answer.none(Reason.REQUESTED);
        }
        var locale = Optional.ofNullable(trial.locale()).orElseGet(() -> Languages.of(trial.text()));
        if (!SearchAnswerer.asks(trial.text())) {
            return new Answer(List.of(Phrases.WELCOME.in(locale)), 0, List.of(), null);
        }
        var limit = Prices.millionths(campaign.assistant().costLimit());
        return answerers.answer(new Question(campaign, locale, List.of(trial.text()), List.of(), new OneTrial(limit)));
    }

    /** A trial may cost as much as a conversation. */
    private record OneTrial(long limit) implements Budget {
        @Override
        public boolean reserve(long cost) {
            return cost <= limit;
        }

        @Override
        public void giveBack(long cost) {
            // A trial is one question: there is no next one to keep it for.
        }
    }
}
