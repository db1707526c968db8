package dev.pupitre.campaign;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The campaigns: for supervisors and administrators to change, and for analysts to see. */
@RestController
@RequestMapping("/api/v1/campaigns")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
class CampaignController {
    record Copy(@NotNull String name, @Nullable CampaignId id) {}

    private final CampaignEditor editor;
    private final CampaignViews views;

    CampaignController(CampaignEditor editor, CampaignViews views) {
        this.editor = editor;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ANALYST', 'ADMIN')")
    List<CampaignView> all(@RequestParam(defaultValue = "false") boolean archived) {
        return views.all(archived);
    }

    @GetMapping("/options")
    CampaignViews.Options options() {
        return views.options();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ANALYST', 'ADMIN')")
    CampaignView one(@PathVariable CampaignId id) {
        return views.of(editor.find(id));
    }

    @PostMapping
    @Audited(Act.CAMPAIGN_CREATED)
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView create(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode campaign) {
        var id = campaign.get("id");
        var created =
                editor.create(caller, id == null || id.isNull() ? null : new CampaignId(id.asString("")), campaign);
        Audit.about(created.id().value());
        return views.of(created);
    }

    @PatchMapping("/{id}")
    @Audited(Act.CAMPAIGN_CHANGED)
    CampaignView change(
            @AuthenticationPrincipal Caller caller, @PathVariable CampaignId id, @RequestBody JsonNode campaign) {
        var version = campaign.get("version");
        if (version == null || !version.isIntegralNumber()) {
            throw new InvalidInput("version", "must be the version that was changed");
        }
        Audit.changing(
                "fields",
                null,
                campaign.propertyNames().stream()
                        .filter(field -> !field.equals("version"))
                        .toList());
        return views.of(editor.change(caller, id, version.asLong(), campaign));
    }

    @PostMapping("/{id}/enable")
    @Audited(Act.CAMPAIGN_ENABLED)
    CampaignView enable(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        return views.of(editor.enable(caller, id));
    }

    @PostMapping("/{id}/disable")
    @Audited(Act.CAMPAIGN_DISABLED)
    CampaignView disable(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        return views.of(editor.disable(caller, id));
    }

    @PostMapping("/{id}/duplicate")
    @Audited(Act.CAMPAIGN_CREATED)
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView duplicate(
            @AuthenticationPrincipal Caller caller, @PathVariable CampaignId id, @Valid @RequestBody Copy copy) {
        var created = editor.duplicate(caller, id, copy.id(), copy.name());
        Audit.about(created.id().value());
        return views.of(created);
    }

    @DeleteMapping("/{id}")
    @Audited(Act.CAMPAIGN_DELETED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        editor.delete(caller, id);
    }

    @PostMapping("/{id}/restore")
    @Audited(Act.CAMPAIGN_RESTORED)
    CampaignView restore(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        return views.of(editor.restore(caller, id));
    }
}
