package dev.pupitre.rules;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** The saved cases of a table over HTTP. */
@RestController
@ForAnalysts
@RequestMapping("/api/v1/rules/{table}/cases")
class CasesController {
    private static final int LONGEST_NAME = 200;

    private final Cases cases;
    private final Subjects subjects;
    private final Tries tries;

    CasesController(Cases cases, Subjects subjects, Tries tries) {
        this.cases = cases;
        this.subjects = subjects;
        this.tries = tries;
    }

    /** A case as it is to be. */
    record Body(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @NotNull Map<String, @Nullable Object> inputs,
            @NotNull Map<String, @Nullable Object> expected) {
        Cases.Written written() {
            return new Cases.Written(name, inputs, expected);
        }

        String words() {
            return CasesController.words(name, expected);
        }
    }

    /**
     * The table that is to pass them: a file of those who may change tables, a draft, a version, what is planned, else the
     * current version.
     */
    record Run(
            @Nullable String dmn,
            @Nullable String draft,
            @Nullable Integer version,
            @Nullable String planned) {
        Subject subject(Subjects subjects, TableName table) {
            return planned == null ? subjects.of(table, dmn, draft, version) : subjects.ofPlan(table, planned);
        }
    }

    @GetMapping
    @ForReaders
    List<CaseView> all(@PathVariable String table) {
        return cases.all(TableName.of(table)).stream().map(CaseView::of).toList();
    }

    @PostMapping
    @Audited(value = Act.TABLE_CASE_ADDED, subject = "table")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView add(@AuthenticationPrincipal Caller caller, @PathVariable String table, @Valid @RequestBody Body body) {
        Audit.changing("case", null, body.words());
        return CaseView.of(cases.add(TableName.of(table), body.written(), Person.of(caller)));
    }

    @PutMapping("/{id}")
    @Audited(value = Act.TABLE_CASE_CHANGED, subject = "table")
    CaseView change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String table,
            @PathVariable String id,
            @Valid @RequestBody Body body) {
        Audit.changing("case", words(table, id), body.words());
        return CaseView.of(cases.change(TableName.of(table), id, body.written(), Person.of(caller)));
    }

    /** Gone already is as good. */
    @DeleteMapping("/{id}")
    @Audited(value = Act.TABLE_CASE_DELETED, subject = "table")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String table, @PathVariable String id) {
        Audit.changing("case", words(table, id), null);
        if (!cases.remove(TableName.of(table), id)) {
            Audit.nothingDone();
        }
    }

    /** The case as the book has it; null for one that is gone. */
    private @Nullable String words(String table, String id) {
        return cases.all(TableName.of(table)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(CaseView::of)
                .map(one -> words(one.name(), one.expected()))
                .orElse(null);
    }

    private static String words(String name, Map<String, @Nullable Object> expected) {
        return name + ": " + new TreeMap<>(expected);
    }

    @PostMapping("/run")
    @ForReaders
    List<CaseOutcome> run(@AuthenticationPrincipal Caller caller, @PathVariable String table, @RequestBody Run run) {
        Tries.demandOwn(caller, run.dmn());
        var name = TableName.of(table);
        return tries.within(() -> cases.run(name, run.subject(subjects, name)));
    }
}
