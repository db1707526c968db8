package dev.pupitre.assistant;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Localised;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something a campaign has an answer to.
 *
 * @param source tells the campaign's authors where it stands: {@code entry 3}, {@code /hours}
 * @param wordings how customers ask for it
 */
record Knowledge(String source, List<String> wordings, Localised answer) {
    /** The campaign's entries first, then its canned responses, which are asked for by their title. */
    static List<Knowledge> of(Campaign campaign) {
        var entries = campaign.assistant().entries();
        return Stream.concat(
                        entries.stream()
                                .map(entry -> new Knowledge(
                                        "entry " + (entries.indexOf(entry) + 1), entry.questions(), entry.answer())),
                        campaign.cannedResponses().stream()
                                .map(canned -> new Knowledge(
                                        "/" + canned.shortcut(),
                                        List.of(canned.title(), canned.shortcut()),
                                        canned.text())))
                .filter(knowledge -> !knowledge.answer().isBlank())
                .toList();
    }
}
