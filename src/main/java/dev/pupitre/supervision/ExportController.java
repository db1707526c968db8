package dev.pupitre.supervision;

import static java.util.stream.Collectors.joining;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.conversation.ConversationFilter;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Library;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForSupervisors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets those who lead take conversations away as files; each time is written down. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1")
class ExportController {
    /** The filters whose values are written down; {@code customer} and {@code q} are not among them. */
    private static final Set<String> TOLD =
            Set.of("format", "state", "assignee", "campaign", "from", "to", "tag", "score");

    private static final String UNTOLD = "…";

    enum Format {
        CSV("text/csv"),
        JSON("application/json"),
        /** As JSON, for the screen that prints it: the book tells it from a file. */
        PRINT("application/json");

        private final String type;

        Format(String type) {
            this.type = type;
        }
    }

    private final Exports exports;
    private final Library library;
    private final Clock clock;

    ExportController(Exports exports, Library library, Clock clock) {
        this.exports = exports;
        this.library = library;
        this.clock = clock;
    }

    /** What the list of conversations shows with the same filter. */
    @GetMapping("/recordings/export")
    @Audited(Act.RECORDINGS_EXPORTED)
    void export(
            @RequestParam Format format,
            @RequestParam(defaultValue = "") Set<ConversationState> state,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") @Nullable String customer,
            @RequestParam(defaultValue = "") Set<@Min(1) @Max(5) Integer> score,
            @RequestParam(required = false) @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") @Nullable String q,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = new ConversationFilter(state, assignee, campaign, from, to, tag, null, customer, score, q)
                .bounded(clock.instant());
        Audit.about(told(request));
        Audit.changing("format", null, format);
        var out = begin(response, format, "conversations");
        switch (format) {
            case CSV -> exports.sheet(filter, out);
            case JSON, PRINT -> exports.json(filter, out);
        }
    }

    /** The book outlives what customers may have erased: of what tells who they are it has only that it was looked for. */
    private static String told(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .map(one ->
                        one.getKey() + "=" + (TOLD.contains(one.getKey()) ? String.join(",", one.getValue()) : UNTOLD))
                .collect(joining("&"));
    }

    @GetMapping("/conversations/{id}/export")
    @Audited(Act.RECORDINGS_EXPORTED)
    void export(@PathVariable ConversationId id, @RequestParam Format format, HttpServletResponse response)
            throws IOException {
        library.get(id);
        Audit.changing("format", null, format);
        var out = begin(response, format, "conversation-" + id);
        switch (format) {
            case CSV -> exports.sheet(id, out);
            case JSON, PRINT -> exports.json(id, out);
        }
    }

    private static Writer begin(HttpServletResponse response, Format format, String name) throws IOException {
        var file = name + "." + format.name().toLowerCase(Locale.ROOT);
        var disposition = format == Format.PRINT
                ? ContentDisposition.inline()
                : ContentDisposition.attachment().filename(file);
        response.setContentType(format.type + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }
}
