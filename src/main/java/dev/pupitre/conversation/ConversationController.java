package dev.pupitre.conversation;

import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.ConversationArchive.ConversationPage;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations over HTTP: lists, transcripts, and the end of a conversation. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {
    private static final int MAX_PAGE = 200;

    private final Conversations conversations;
    private final Resolutions resolutions;
    private final ConversationArchive archive;
    private final Teams teams;
    private final Clock clock;

    ConversationController(
            Conversations conversations,
            Resolutions resolutions,
            ConversationArchive archive,
            Teams teams,
            Clock clock) {
        this.conversations = conversations;
        this.resolutions = resolutions;
        this.archive = archive;
        this.teams = teams;
        this.clock = clock;
    }

    /** The assignee {@code me} is the caller, the team {@code mine} all teams that the caller is in. */
    @GetMapping
    ConversationPage list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") Set<ConversationState> state,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") @Nullable String customer,
            @RequestParam(defaultValue = "") Set<@Min(1) @Max(5) Integer> score,
            @RequestParam(required = false) @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") @Nullable String q,
            @RequestParam(required = false) @Nullable ListOrder sort,
            @RequestParam(defaultValue = "true") boolean descending,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int size) {
        var whose = "me".equals(assignee) ? caller.getName() : assignee;
        var filter = new ConversationFilter(
                        state, whose, campaign, from, to, tag, work(caller, team), customer, score, q)
                .bounded(clock.instant());
        return archive.list(filter, sort == null ? null : sort.sort(descending), page, size);
    }

    private @Nullable TeamFilter work(Caller caller, @Nullable String team) {
        return team == null
                ? null
                : TeamFilter.of(teams.all().stream()
                        .filter(one -> "mine".equals(team)
                                ? one.members().contains(caller.getName())
                                : one.id().equals(team))
                        .toList());
    }

    @GetMapping("/{id}")
    Conversation conversation(@PathVariable ConversationId id) {
        return conversations.get(id);
    }

    /** What the tables decided about it, oldest first. */
    @GetMapping("/{id}/decisions")
    List<Decision> decisions(@PathVariable ConversationId id) {
        return conversations.stored(id).course().allDecisions();
    }

    /** Accepted: the process closes the conversation, unless the customer writes before it does. */
    @ForAgents
    @PostMapping("/{id}/resolve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Conversation resolve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @Valid @RequestBody(required = false) @Nullable Resolve resolve) {
        return resolutions.resolve(caller, id, resolve == null ? null : resolve.unanswered());
    }

    /** {@code unanswered} is what the caller's screen shows; with more than that the conversation stays open. */
    record Resolve(@Min(0) @Nullable Integer unanswered) {}
}
