package dev.pupitre.page;

import dev.pupitre.page.Health.TokenState;
import dev.pupitre.page.PageProblem.Kind;
import dev.pupitre.page.PageProblem.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a Page's health comes to: its state, its problems with the worst first, and whether somebody has to connect it again. */
record Diagnosis(State state, List<PageProblem> problems) {
    /** How it stands with a Page in one word. */
    enum State {
        CONNECTED,
        ATTENTION,
        HELD,
        DISCONNECTED
    }

    static Diagnosis of(boolean connected, @Nullable Health health, @Nullable Hold hold, Instant now) {
        if (!connected) {
            return new Diagnosis(State.DISCONNECTED, List.of());
        }
        var active = hold == null || hold.isOver(now) ? null : hold;
        var problems = new ArrayList<PageProblem>();
        if (health != null) {
            addTo(problems, health);
        }
        if (active != null) {
            held(active, health).ifPresent(problems::addFirst);
        }
        var state = active != null ? State.HELD : problems.isEmpty() ? State.CONNECTED : State.ATTENTION;
        return new Diagnosis(state, List.copyOf(problems));
    }

    /** Nothing but connecting it again lets it work. */
    static boolean isBroken(Health health) {
        return health.lastKnown() == TokenState.INVALID
                || health.missingPermissions().stream().anyMatch(Permission::isEssential);
    }

    /** Why it is broken, in one sentence. */
    static String reason(Health health) {
        return health.tokenProblem() != null
                ? health.tokenProblem()
                : health.missingPermissions().stream()
                        .filter(Permission::isEssential)
                        .map(Permission::sentence)
                        .findFirst()
                        .orElse("The Page works");
    }

    private static void addTo(List<PageProblem> problems, Health health) {
        if (health.lastKnown() == TokenState.INVALID) {
            problems.add(new PageProblem(
                    Kind.TOKEN_INVALID,
                    health.tokenProblem() == null ? "The Page's access token is dead" : health.tokenProblem(),
                    Remedy.RECONNECT));
        }
        health.missingPermissions().forEach(missing -> problems.add(PageProblem.missing(missing)));
        if (health.lastKnown() == TokenState.EXPIRING) {
            problems.add(new PageProblem(Kind.TOKEN_EXPIRING, expiring(health), Remedy.RECONNECT));
        }
        if (!health.missingFields().isEmpty()) {
            problems.add(new PageProblem(
                    Kind.FIELDS_MISSING,
                    "Facebook does not tell Pupitre of: " + String.join(", ", health.missingFields()),
                    Remedy.RESUBSCRIBE));
        }
        if (health.unreachable() != null) {
            problems.add(new PageProblem(Kind.UNREACHABLE, health.unreachable(), Remedy.CHECK));
        }
    }

    private static String expiring(Health health) {
        var token = health.tokenExpiresAt();
        var data = health.dataAccessExpiresAt();
        return token != null && (data == null || token.isBefore(data))
                ? "The Page's access token ends on " + token
                : "Facebook's leave to use the data of the Page ends on " + data;
    }

    private static Optional<PageProblem> held(Hold hold, @Nullable Health health) {
        return switch (hold.cause()) {
            case RESTRICTED -> Optional.of(new PageProblem(Kind.RESTRICTED, hold.reason(), Remedy.WAIT));
            case REFUSED, DEAUTHORISED -> Optional.of(new PageProblem(Kind.HELD, hold.reason(), Remedy.RECONNECT));
            case TOKEN ->
                health != null && isBroken(health)
                        ? Optional.empty()
                        : Optional.of(new PageProblem(Kind.HELD, hold.reason(), Remedy.CHECK));
        };
    }
}
