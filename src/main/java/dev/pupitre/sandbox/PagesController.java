package dev.pupitre.sandbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets what is true of a Page and its token, and how much of the limits is used. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api")
class PagesController {
    private final FacebookPages pages;
    private final ReusableAttachments attachments;
    private final Usage usage;
    private final SandboxFeed feed;

    PagesController(FacebookPages pages, ReusableAttachments attachments, Usage usage, SandboxFeed feed) {
        this.pages = pages;
        this.attachments = attachments;
        this.usage = usage;
        this.feed = feed;
    }

    @GetMapping("/pages")
    List<FacebookPage.View> pages() {
        return pages.all().stream().map(FacebookPage::view).toList();
    }

    @PostMapping("/pages")
    @ResponseStatus(HttpStatus.CREATED)
    FacebookPage.View create(@Valid @RequestBody NewPage page) {
        return pages.create(page.name()).view();
    }

    record NewPage(@NotBlank @Size(max = 100) String name) {}

    @PatchMapping("/pages/{id}")
    FacebookPage.View change(@PathVariable String id, @RequestBody Changes changes) {
        var page = pages.require(id);
        changes.applyTo(page);
        feed.page(page);
        return page.view();
    }

    record Changes(
            AccessToken.@Nullable State token,
            FacebookPage.@Nullable Restriction restriction,
            @Nullable Set<String> missingPermissions,
            @Nullable Boolean humanAgent,
            @Nullable Set<String> subscribedFields,
            @InstantOrMillis @Nullable Instant expiresAt,
            @InstantOrMillis @Nullable Instant dataAccessExpiresAt) {

        void applyTo(FacebookPage page) {
            if (token != null) {
                page.token().become(token);
                page.token().expireAt(null);
            }
            if (restriction != null) {
                page.restrict(restriction);
            }
            if (missingPermissions != null) {
                page.miss(missingPermissions);
            }
            if (humanAgent != null) {
                page.humanAgent(humanAgent);
            }
            if (subscribedFields != null) {
                page.subscribe(subscribedFields);
            }
            if (expiresAt != null) {
                page.token().expireAt(expiresAt);
            }
            if (dataAccessExpiresAt != null) {
                page.dataAccessExpiresAt(dataAccessExpiresAt);
            }
        }
    }

    @PutMapping("/usage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void load(@Valid @RequestBody Usage.Load load) {
        usage.load(load);
    }

    @PutMapping("/limits")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void limit(@Valid @RequestBody Usage.Limits limits) {
        usage.limit(limits);
    }

    /** All ids of uploaded attachments expire, as at Meta after 90 days. */
    @DeleteMapping("/attachments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void expireAttachments() {
        attachments.startAnew();
    }
}
