package dev.pupitre.page;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.PageId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at a Page for its process, which decides what comes next. */
@Component
class CheckPageWorker implements TaskWorker<CheckPageWorker.Input, CheckPageWorker.Output> {
    /** @param mending somebody is asked to connect the Page again, and may not have to any more */
    record Input(PageId pageId, boolean mending) {}

    /** @param reason for who is to connect the Page again; null when nobody has to */
    record Output(
            Verdict verdict,
            String interval,
            String page,
            @Nullable String reason) {}

    /** What was found, as the model's gateway asks for it. */
    enum Verdict {
        WORKS,
        BROKEN,
        DISCONNECTED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PageHealth health;
    private final PageProcess process;
    private final PageProperties properties;

    CheckPageWorker(PageHealth health, PageProcess process, PageProperties properties) {
        this.health = health;
        this.process = process;
        this.properties = properties;
    }

    @Override
    public String taskType() {
        return "check-page";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        var found = health.check(input.pageId());
        if (input.mending()) {
            found.filter(page -> !PageProcess.isBroken(page)).ifPresent(process::found);
            if (found.isEmpty()) {
                process.end(input.pageId());
            }
        }
        var interval = properties.checkInterval().toString();
        return found.map(page -> new Output(verdict(page), interval, page.name(), reason(page)))
                .orElseGet(() -> new Output(
                        Verdict.DISCONNECTED, interval, input.pageId().value(), null));
    }

    private static Verdict verdict(StoredPage page) {
        return PageProcess.isBroken(page) ? Verdict.BROKEN : Verdict.WORKS;
    }

    private static @Nullable String reason(StoredPage page) {
        return page.hold() == null ? null : page.hold().reason();
    }
}
