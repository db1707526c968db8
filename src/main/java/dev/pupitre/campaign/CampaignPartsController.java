package dev.pupitre.campaign;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parts of a campaign: its members one by one, its canned responses, and how a text of it would read. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
class CampaignPartsController {
    record MemberPart(
            @NotNull Set<@NotNull String> expertise,
            @Nullable Integer capacity) {}

    /** @param values by the placeholders' words; those left out get a sample */
    record Draft(
            @NotNull Localised text,
            @Nullable String locale,
            @Size(max = 20) @Nullable Map<String, String> values) {}

    record Preview(String text, List<String> unknown, int length) {}

    private static final String SAMPLE_CUSTOMER = "Camille";

    private final CampaignEditor editor;
    private final CampaignViews views;
    private final DeskHours hours;
    private final Clock clock;

    CampaignPartsController(CampaignEditor editor, CampaignViews views, DeskHours hours, Clock clock) {
        this.editor = editor;
        this.views = views;
        this.hours = hours;
        this.clock = clock;
    }

    @GetMapping("/members")
    CampaignViews.MembersView members(@PathVariable CampaignId id) {
        return views.members(editor.find(id));
    }

    @PutMapping("/members/{user}")
    @Audited(Act.MEMBER_CHANGED)
    CampaignViews.MembersView setMember(
            @AuthenticationPrincipal Caller caller,
            @PathVariable CampaignId id,
            @PathVariable String user,
            @Valid @RequestBody MemberPart member) {
        return views.members(
                editor.setMember(caller, id, new Members.Member(user, member.expertise(), member.capacity())));
    }

    @DeleteMapping("/members/{user}")
    @Audited(Act.MEMBER_REMOVED)
    CampaignViews.MembersView removeMember(
            @AuthenticationPrincipal Caller caller, @PathVariable CampaignId id, @PathVariable String user) {
        return views.members(editor.removeMember(caller, id, user));
    }

    @GetMapping("/canned-responses")
    @PreAuthorize("hasAnyRole('AGENT', 'SUPERVISOR', 'ADMIN')")
    List<CannedResponse> cannedResponses(@PathVariable CampaignId id) {
        return editor.find(id).campaign().cannedResponses();
    }

    /** Offered to those who tag its conversations. */
    @GetMapping("/tags")
    @PreAuthorize("hasAnyRole('AGENT', 'SUPERVISOR', 'ADMIN')")
    Set<String> tags(@PathVariable CampaignId id) {
        return editor.find(id).campaign().tags();
    }

    @PostMapping("/preview")
    Preview preview(
            @AuthenticationPrincipal Caller caller, @PathVariable CampaignId id, @Valid @RequestBody Draft draft) {
        var text = draft.text().in(draft.locale());
        var filled = Placeholder.fill(text, values(caller, editor.find(id).campaign(), draft));
        return new Preview(filled, Placeholder.unknownIn(text), filled.length());
    }

    private Map<Placeholder, String> values(Caller caller, Campaign campaign, Draft draft) {
        var given = draft.values() == null ? Map.<String, String>of() : draft.values();
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        for (var placeholder : Placeholder.values()) {
            var sample = switch (placeholder) {
                case CUSTOMER_FIRST_NAME -> SAMPLE_CUSTOMER;
                case AGENT -> caller.displayName();
                case NEXT_OPENING -> nextOpening(campaign, draft.locale());
            };
            values.put(placeholder, given.getOrDefault(placeholder.word(), sample));
        }
        return values;
    }

    /** As a customer would read it who writes now: nothing where the desk never closes. */
    private String nextOpening(Campaign campaign, @Nullable String locale) {
        return hours.nextOpening(campaign, clock.instant())
                .map(opening -> Placeholder.moment(opening.atZone(campaign.zone()), locale))
                .orElse("");
    }
}
