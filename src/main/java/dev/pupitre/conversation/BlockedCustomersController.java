package dev.pupitre.conversation;

import dev.pupitre.conversation.BlockedCustomers.BlockedPage;
import dev.pupitre.kernel.ForSupervisors;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is blocked, over HTTP: of some of them no conversation is left from which to let them through again. */
@ForSupervisors
@RestController
@RequestMapping("/api/v1/blocked-customers")
class BlockedCustomersController {
    private final BlockedCustomers blocked;

    BlockedCustomersController(BlockedCustomers blocked) {
        this.blocked = blocked;
    }

    @GetMapping
    BlockedPage list(
            @RequestParam(defaultValue = "") @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String q,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return q.isBlank() ? blocked.list(page, size) : blocked.search(q, page, size);
    }
}
