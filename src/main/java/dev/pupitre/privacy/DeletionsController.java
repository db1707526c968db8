package dev.pupitre.privacy;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.privacy.DataDeletion.Source;
import dev.pupitre.privacy.DataDeletion.State;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deletions for those who answer for them: what is under way, whose data it is, and a person's own wish. */
@RestController
@RequestMapping("/api/v1/privacy/deletions")
@ForSupervisors
class DeletionsController {
    /** Meta's numbers; nothing else may reach the conditions by which data is erased. */
    static final String CUSTOMER = "[A-Za-z0-9_-]{1,64}";

    private static final String CUSTOMER_EXPECTED = "must be the id by which Meta tells a customer";

    /** As supervisors see it; {@code person} is there as long as people have to search. */
    record Deletion(
            String code,
            Source source,
            State state,
            @Nullable String person,
            Instant askedAt,
            @Nullable Instant finishedAt,
            int conversations,
            int messages,
            int files) {
        static Deletion of(DataDeletion deletion) {
            return new Deletion(
                    deletion.code(),
                    deletion.source(),
                    deletion.state(),
                    deletion.person(),
                    deletion.askedAt(),
                    deletion.finishedAt(),
                    deletion.conversations(),
                    deletion.messages(),
                    deletion.files());
        }
    }

    record DeletionPage(List<Deletion> items, int page, int size, long total) {}

    /** None when nothing of the person is here. */
    record Match(
            @NotNull @Size(max = 50) List<@Pattern(regexp = CUSTOMER, message = CUSTOMER_EXPECTED) String> customers) {}

    record Asked(
            @NotNull @Pattern(regexp = CUSTOMER, message = CUSTOMER_EXPECTED)
            String customer) {}

    private final Deletions deletions;
    private final DeletionStore store;

    DeletionsController(Deletions deletions, DeletionStore store) {
        this.deletions = deletions;
        this.store = store;
    }

    @GetMapping
    DeletionPage list(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        var items = store.list(page, size).stream().map(Deletion::of).toList();
        return new DeletionPage(items, page, size, store.count());
    }

    @GetMapping("/{code}")
    Deletion deletion(@PathVariable String code) {
        return Deletion.of(deletions.get(code));
    }

    /** Says which customers the person is, whom nobody else could find. */
    @PostMapping("/{code}/match")
    @Audited(value = Act.DELETION_MATCHED, subject = "code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Deletion match(@PathVariable String code, @Valid @RequestBody Match match) {
        return Deletion.of(
                deletions.match(code, match.customers().stream().distinct().toList()));
    }

    /** For a deletion that seems to be stuck: its process is started again where it was lost. */
    @PostMapping("/{code}/retry")
    @Audited(value = Act.DELETION_RETRIED, subject = "code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Deletion retry(@PathVariable String code) {
        return Deletion.of(deletions.retry(code));
    }

    /** Erases a customer who has asked for it in another way than by Meta. */
    @PostMapping
    @Audited(Act.DELETION_ASKED)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ForAdministrators
    Deletion ask(@Valid @RequestBody Asked asked) {
        var deletion = deletions.askFor(asked.customer());
        Audit.about(deletion.code());
        return Deletion.of(deletion);
    }
}
