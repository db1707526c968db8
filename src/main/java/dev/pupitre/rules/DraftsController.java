package dev.pupitre.rules;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The drafts of a table over HTTP. */
@RestController
@ForAnalysts
@RequestMapping("/api/v1/rules/{table}/drafts")
class DraftsController {
    private final Drafts drafts;
    private final Drafting drafting;

    DraftsController(Drafts drafts, Drafting drafting) {
        this.drafts = drafts;
        this.drafting = drafting;
    }

    /** A new one; a copy of the current version where nothing is said. */
    record Begin(@Nullable String dmn, @Nullable Integer basedOn) {}

    /** What is to be saved, and from where. */
    record Save(
            @NotNull Long revision,
            @NotNull String dmn,
            @Nullable Integer basedOn) {}

    @GetMapping
    @ForReaders
    List<DraftView> all(@PathVariable String table) {
        return drafts.all(TableName.of(table));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DraftView begin(@AuthenticationPrincipal Caller caller, @PathVariable String table, @RequestBody Begin wanted) {
        var name = TableName.of(table);
        var by = Person.of(caller);
        if (wanted.dmn() == null) {
            return DraftView.whole(drafting.begin(name, null, wanted.basedOn(), by));
        }
        var model = ModelName.of(name, wanted.dmn());
        return DraftView.whole(drafting.begin(name, model.dmn(), wanted.basedOn(), by))
                .renamed(model.before());
    }

    @GetMapping("/{id}")
    @ForReaders
    DraftView one(@PathVariable String table, @PathVariable String id) {
        return DraftView.whole(drafts.get(TableName.of(table), id));
    }

    @PutMapping("/{id}")
    DraftView save(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String table,
            @PathVariable String id,
            @Valid @RequestBody Save wanted) {
        return DraftView.whole(drafting.save(
                TableName.of(table), id, wanted.revision(), wanted.dmn(), wanted.basedOn(), Person.of(caller)));
    }

    /** Gone already is as good. */
    @DeleteMapping("/{id}")
    @Audited(value = Act.TABLE_DRAFT_DELETED, subject = "table")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String table, @PathVariable String id) {
        Audit.changing("draft", id, null);
        if (!drafts.remove(TableName.of(table), id)) {
            Audit.nothingDone();
        }
    }
}
