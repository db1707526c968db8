package dev.pupitre.campaign;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The teams: for everyone to see, and for supervisors and administrators to change. */
@RestController
@RequestMapping("/api/v1/teams")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
class TeamController {
    record NewTeam(
            @Nullable String id,
            @NotNull String name,
            @NotNull Set<@NotNull String> members) {}

    record ChangedTeam(
            @NotNull Long version,
            @Nullable String name,
            @Nullable Set<String> members) {}

    private final TeamEditor editor;
    private final KnownTeams known;

    TeamController(TeamEditor editor, KnownTeams known) {
        this.editor = editor;
        this.known = known;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    List<StoredTeam> all() {
        return known.all().stream()
                .sorted(Comparator.comparing(StoredTeam::name).thenComparing(StoredTeam::id))
                .toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    StoredTeam one(@PathVariable String id) {
        return editor.find(id);
    }

    @PostMapping
    @Audited(Act.TEAM_CREATED)
    @ResponseStatus(HttpStatus.CREATED)
    StoredTeam create(@Valid @RequestBody NewTeam team) {
        Audit.changing("name", null, team.name());
        var created = editor.create(team.id(), team.name(), team.members());
        Audit.about(created.id());
        return created;
    }

    @PatchMapping("/{id}")
    @Audited(Act.TEAM_CHANGED)
    StoredTeam change(@PathVariable String id, @Valid @RequestBody ChangedTeam team) {
        var before = editor.find(id);
        if (team.name() != null) {
            Audit.changing("name", before.name(), team.name());
        }
        if (team.members() != null) {
            Audit.changing("members", before.members(), team.members());
        }
        return editor.change(id, team.version(), team.name(), team.members());
    }

    @DeleteMapping("/{id}")
    @Audited(Act.TEAM_DELETED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        editor.delete(id);
    }
}
