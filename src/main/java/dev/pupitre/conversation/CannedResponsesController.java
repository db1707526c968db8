package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CannedResponse;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agents may put into an answer as it stands: a campaign's canned responses, worded for one customer. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/canned-responses")
class CannedResponsesController {
    /** @param text in the customer's language, with what the placeholders stand for */
    record Worded(String shortcut, String title, String text) {}

    private final Conversations conversations;
    private final Campaigns campaigns;
    private final Wordings wordings;

    CannedResponsesController(Conversations conversations, Campaigns campaigns, Wordings wordings) {
        this.conversations = conversations;
        this.campaigns = campaigns;
        this.wordings = wordings;
    }

    /** Those that have a text for this customer; a conversation of no campaign has the catch-all's. */
    @ForAgents
    @GetMapping
    List<Worded> cannedResponses(@PathVariable ConversationId id) {
        var conversation = conversations.get(id);
        return Optional.ofNullable(conversation.campaign())
                .flatMap(campaigns::find)
                .or(() -> campaigns.find(Campaign.CATCH_ALL))
                .map(Campaign::cannedResponses)
                .orElse(List.of())
                .stream()
                .map(response -> worded(response, conversation))
                .filter(response -> !response.text().isBlank())
                .toList();
    }

    private Worded worded(CannedResponse response, Conversation conversation) {
        return new Worded(response.shortcut(), response.title(), wordings.render(response.text(), conversation));
    }
}
