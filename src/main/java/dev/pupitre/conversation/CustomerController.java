package dev.pupitre.conversation;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.PageId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept about a customer, over HTTP. */
@ForAgents
@RestController
@RequestMapping("/api/v1/customers/{page}/{id}")
class CustomerController {
    /**
     * @param tags all of them, where they are to be changed as a whole
     * @param addTags those to be added to what is there then, and {@code removeTags} those to be taken away
     * @param fields those to be changed; null takes a value away
     */
    record Changes(
            @Size(max = Tagging.MOST) @Nullable List<@NotNull String> tags,
            @Size(max = Tagging.MOST) @Nullable List<@NotNull String> addTags,
            @Size(max = Tagging.MOST) @Nullable List<@NotNull String> removeTags,
            @Size(max = CustomerFields.MOST) @Nullable Map<String, @Nullable String> fields) {}

    record BlockReason(@NotBlank @Size(max = 500) String reason) {}

    private final CustomerCards cards;
    private final CustomerFields fields;
    private final Blocking blocking;

    CustomerController(CustomerCards cards, CustomerFields fields, Blocking blocking) {
        this.cards = cards;
        this.fields = fields;
        this.blocking = blocking;
    }

    @GetMapping
    CustomerCard card(@PathVariable PageId page, @PathVariable String id) {
        return cards.of(page, id);
    }

    @PatchMapping
    CustomerCard change(@PathVariable PageId page, @PathVariable String id, @Valid @RequestBody Changes changes) {
        var values = changes.fields() == null ? null : checked(changes.fields());
        return cards.change(page, id, before -> {
            var update = new Update();
            var tags = tags(before.tags(), changes);
            if (!tags.equals(before.tags())) {
                update.set("tags", tags);
            }
            if (values != null) {
                var all = new TreeMap<>(before.fields());
                values.forEach((field, value) -> {
                    if (value.isEmpty()) {
                        all.remove(field);
                    } else {
                        all.put(field, value);
                    }
                });
                update.set("fields", all);
            }
            return update.getUpdateObject().isEmpty() ? null : update;
        });
    }

    @PutMapping("/block")
    @Audited(Act.CUSTOMER_BLOCKED)
    CustomerCard block(
            @AuthenticationPrincipal Caller caller,
            @PathVariable PageId page,
            @PathVariable String id,
            @Valid @RequestBody BlockReason reason) {
        return blocking.block(caller, page, id, reason.reason().strip());
    }

    @DeleteMapping("/block")
    @Audited(Act.CUSTOMER_UNBLOCKED)
    CustomerCard unblock(@AuthenticationPrincipal Caller caller, @PathVariable PageId page, @PathVariable String id) {
        return blocking.unblock(caller, page, id);
    }

    private static List<String> tags(List<String> before, Changes changes) {
        var kept = Tagging.joined(
                changes.tags() == null ? before : List.of(), Objects.requireNonNullElse(changes.tags(), List.of()));
        var removed = Objects.requireNonNullElse(changes.removeTags(), List.<String>of()).stream()
                .map(Tagging::wellFormed)
                .toList();
        var left = kept.stream()
                .filter(tag -> removed.stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
        return Tagging.joined(left, Objects.requireNonNullElse(changes.addTags(), List.of()));
    }

    /** An empty text stands for a value that is taken away. */
    private Map<String, String> checked(Map<String, @Nullable String> values) {
        var known = fields.all().fields().stream().collect(Collectors.toMap(CustomerField::id, Function.identity()));
        var checked = new TreeMap<String, String>();
        values.forEach((id, value) -> {
            var field = known.get(id);
            if (field == null) {
                throw new InvalidInput("fields." + id, "Expected one of " + known.keySet());
            }
            checked.put(id, value == null || value.isBlank() ? "" : field.checked(value));
        });
        return checked;
    }
}
