package dev.pupitre.conversation;

import dev.pupitre.kernel.ForSupervisors;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is blocked, over HTTP: of some of them no conversation is left from which to let them through again. */
@ForSupervisors
@RestController
@RequestMapping("/api/v1/blocked-customers")
class BlockedCustomersController {
    record BlockedPage(List<CustomerCard> items, int page, int size, long total) {}

    private final CustomerCards cards;

    BlockedCustomersController(CustomerCards cards) {
        this.cards = cards;
    }

    @GetMapping
    BlockedPage list(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return new BlockedPage(cards.blocked(page, size), page, size, cards.countBlocked());
    }
}
