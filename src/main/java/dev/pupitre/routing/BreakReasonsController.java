package dev.pupitre.routing;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.routing.BreakReasons.Listed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of breaks over HTTP: for everyone to choose from, for administrators to set. */
@RestController
@RequestMapping("/api/v1/break-reasons")
class BreakReasonsController {
    /** @param version null for whatever is there now */
    record Reasons(
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = BreakReasons.LONGEST) String> reasons,
            @Nullable Long version) {}

    private final BreakReasons reasons;

    BreakReasonsController(BreakReasons reasons) {
        this.reasons = reasons;
    }

    @GetMapping
    List<String> all() {
        return reasons.all().reasons();
    }

    /** The same with their version, for whoever is about to change them. */
    @GetMapping("/versioned")
    Listed versioned() {
        return reasons.all();
    }

    @ForAdministrators
    @Audited(Act.BREAK_REASONS_CHANGED)
    @PutMapping
    List<String> set(@Valid @RequestBody Reasons wanted) {
        var before = reasons.all();
        // A list tells in order; the audit's own words would sort them.
        Audit.changing("reasons", String.join(", ", before.reasons()), String.join(", ", wanted.reasons()));
        return reasons.set(wanted.reasons(), wanted.version() == null ? before.version() : wanted.version())
                .reasons();
    }
}
