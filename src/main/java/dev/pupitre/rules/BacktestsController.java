package dev.pupitre.rules;

import dev.pupitre.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Backtests of a table over HTTP: started, watched, cancelled. */
@RestController
@ForAnalysts
@RequestMapping("/api/v1/rules/{table}/backtest")
class BacktestsController {
    private static final int USUAL = 10_000;
    private static final int MOST = 100_000;

    private final Backtests backtests;
    private final Subjects subjects;

    BacktestsController(Backtests backtests, Subjects subjects) {
        this.backtests = backtests;
        this.subjects = subjects;
    }

    /** The table that is to decide again: a file, a draft, a version, else the current one. */
    record Start(
            @Nullable String dmn,
            @Nullable String draft,
            @Nullable Integer version,
            @Nullable @Min(1) @Max(MOST) Integer last) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    BacktestView start(
            @AuthenticationPrincipal Caller caller, @PathVariable String table, @Valid @RequestBody Start start) {
        var found = subjects.find(TableName.of(table), start.dmn(), start.draft(), start.version());
        var last = start.last() == null ? USUAL : start.last();
        return BacktestView.of(backtests.start(found.subject(), found.which(), last, caller.id()));
    }

    @GetMapping("/{id}")
    @ForReaders
    BacktestView one(@PathVariable String table, @PathVariable String id) {
        return BacktestView.of(backtests.find(TableName.of(table), id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String table, @PathVariable String id) {
        backtests.cancel(TableName.of(table), id);
    }
}
