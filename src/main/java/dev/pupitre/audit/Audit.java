package dev.pupitre.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.pupitre.audit.AuditEntry.Change;
import dev.pupitre.audit.AuditEntry.Outcome;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.TokenUse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes down administrative acts. An endpoint is {@link Audited}, and tells from inside what its address does not say;
 * whatever is no call of an endpoint is recorded by itself.
 */
@Component
public class Audit {
    private static final String CURRENT = Audit.class.getName();
    private static final int LONGEST = 200;

    /** The act that the present request is, as far as it is known. */
    private static final class Current {
        private final AuditLog log;
        private final String id;
        private @Nullable String subject;
        private final List<Change> changes = new ArrayList<>();
        private boolean begun;
        private boolean vain;

        Current(AuditLog log, String id) {
            this.log = log;
            this.id = id;
        }

        void tell() {
            log.tell(id, subject, changes);
        }
    }

    private final AuditLog log;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Audit(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Something done by whoever is logged in, or else by Pupitre itself; to be called before it is done. */
    public void record(Act act, String subject) {
        log.write(entry(act, subject, List.of(), Outcome.DONE));
    }

    /** The same, with what is changed about it. */
    public void record(Act act, String subject, String field, @Nullable Object before, @Nullable Object after) {
        log.write(entry(act, subject, List.of(new Change(field, words(before), words(after))), Outcome.DONE));
    }

    /** What the present act is about; a change of nothing is not mentioned. To be called before it is made. */
    public static void changing(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(words(before), words(after))) {
            current().ifPresent(act -> {
                act.changes.add(new Change(field, words(before), words(after)));
                act.tell();
            });
        }
    }

    /** Names what the present act is about, where the address does not. */
    public static void about(String subject) {
        current().ifPresent(act -> {
            act.subject = subject;
            act.tell();
        });
    }

    /**
     * From here on part of the present act may be done though it is refused in the end: it stays in the book. To be called
     * before the first of several steps, or before one that another system takes.
     */
    public static void begun() {
        current().ifPresent(act -> act.begun = true);
    }

    /** The present act has found nothing to do: it is struck out of the book. */
    public static void nothingDone() {
        current().ifPresent(act -> act.vain = true);
    }

    void begin(Act act, @Nullable String subject) {
        var entry = entry(act, subject, List.of(), Outcome.UNKNOWN);
        log.write(entry);
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(CURRENT, new Current(log, entry.id()), RequestAttributes.SCOPE_REQUEST);
    }

    /** A refusal strikes the entry out unless the act was begun; then, as after a fault, nobody knows how far it came. */
    void end(int status) {
        current().ifPresent(act -> {
            if (status < 400 && act.vain) {
                log.strike(act.id);
            } else if (status < 400) {
                log.done(act.id);
            } else if (status < 500 && !act.begun) {
                log.strike(act.id);
            } else {
                log.stopped(act.id, status);
            }
        });
    }

    private static Optional<Current> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (Current) request.getAttribute(CURRENT, RequestAttributes.SCOPE_REQUEST));
    }

    private AuditEntry entry(Act act, @Nullable String subject, List<Change> changes, Outcome outcome) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var caller = authentication != null && authentication.getPrincipal() instanceof Caller known ? known : null;
        return new AuditEntry(
                ids.generate().toString(),
                clock.instant(),
                caller == null ? null : caller.id().value(),
                caller == null ? null : caller.displayName(),
                token(authentication),
                address(),
                act,
                act.area(),
                subject,
                changes,
                outcome,
                null);
    }

    private static @Nullable String token(@Nullable Authentication authentication) {
        return authentication != null && authentication.getDetails() instanceof TokenUse use ? use.name() : null;
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    private static @Nullable String words(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var words = value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                : value.toString();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
