package dev.pupitre.campaign;

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
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView create(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode campaign) {
        var id = campaign.get("id");
        return views.of(
                editor.create(caller, id == null || id.isNull() ? null : new CampaignId(id.asString("")), campaign));
    }

    @PatchMapping("/{id}")
    CampaignView change(
            @AuthenticationPrincipal Caller caller, @PathVariable CampaignId id, @RequestBody JsonNode campaign) {
        var version = campaign.get("version");
        if (version == null || !version.isIntegralNumber()) {
            throw new InvalidInput("version", "must be the version that was changed");
        }
        return views.of(editor.change(caller, id, version.asLong(), campaign));
    }

    @PostMapping("/{id}/enable")
    CampaignView enable(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        return views.of(editor.enable(caller, id));
    }

    @PostMapping("/{id}/disable")
    CampaignView disable(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        return views.of(editor.disable(caller, id));
    }

    @PostMapping("/{id}/duplicate")
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView duplicate(
            @AuthenticationPrincipal Caller caller, @PathVariable CampaignId id, @Valid @RequestBody Copy copy) {
        return views.of(editor.duplicate(caller, id, copy.id(), copy.name()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        editor.delete(caller, id);
    }

    @PostMapping("/{id}/restore")
    CampaignView restore(@AuthenticationPrincipal Caller caller, @PathVariable CampaignId id) {
        return views.of(editor.restore(caller, id));
    }
}
