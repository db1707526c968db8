package dev.pupitre.page;

import dev.pupitre.graph.GraphAccounts;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphSubscriptions;
import dev.pupitre.graph.PageAccess;
import dev.pupitre.graph.TokenProblem;
import dev.pupitre.graph.TokenReport;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.page.Health.TokenState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Meta about a Page: its token by {@code debug_token}, its webhook fields by {@code subscribed_apps}. Fields that
 * Meta dropped are subscribed again; a Page whose token is dead is held, and goes on when it works again.
 */
@Component
class PageHealth {
    private static final Logger LOG = LoggerFactory.getLogger(PageHealth.class);
    private static final int TRIES = 3;

    private final PageStore store;
    private final KnownPages known;
    private final PageTokens tokens;
    private final MetaApp app;
    private final GraphAccounts accounts;
    private final GraphSubscriptions subscriptions;
    private final PageProperties properties;
    private final Clock clock;
    private final Counter resubscribed;

    PageHealth(
            PageStore store,
            KnownPages known,
            PageTokens tokens,
            MetaApp app,
            GraphAccounts accounts,
            GraphSubscriptions subscriptions,
            PageProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.known = known;
        this.tokens = tokens;
        this.app = app;
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.properties = properties;
        this.clock = clock;
        this.resubscribed = Counter.builder("pupitre.pages.resubscribed")
                .description("Subscriptions of Pages that Meta had dropped, in part or whole")
                .register(meters);
    }

    /** What is true of the Page now; empty when it is not connected. */
    Optional<StoredPage> check(PageId page) {
        return check(page, false);
    }

    /**
     * What is true of the Page now; empty when it is not connected.
     *
     * @param asked somebody asked for it: a Page may go on, too, that was held as its person removed the app, or as
     *     its messages were refused again and again
     */
    Optional<StoredPage> check(PageId page, boolean asked) {
        for (int tried = 0; tried < TRIES; tried++) {
            var found = store.find(page);
            final Optional<Secret> token;
            try {
                token = found.flatMap(tokens::of);
            } catch (UndecryptableToken otherKey) {
                return found;
            }
            if (found.isEmpty() || token.isEmpty()) {
                return Optional.empty();
            }
            var health = examine(found.get(), token.get());
            var outcome = HoldRule.after(found.get(), health, asked, clock.instant());
            var checked = store.checked(found.get(), health, outcome);
            if (checked.isPresent()) {
                known.take(checked.get());
                return checked;
            }
            endIfDisconnected(page, token.get());
        }
        return store.find(page);
    }

    /** It may have been disconnected, and its subscription ended, just before the check subscribed it again. */
    private void endIfDisconnected(PageId page, Secret token) {
        if (store.find(page).flatMap(tokens::of).isPresent()) {
            return;
        }
        try {
            subscriptions.unsubscribe(new PageAccess(page, token, app.secret()));
        } catch (GraphFailure failure) {
            LOG.warn("Page {} was disconnected while it was checked, and may be subscribed still", page, failure);
        }
    }

    private Health examine(StoredPage page, Secret token) {
        var now = clock.instant();
        final TokenReport report;
        try {
            report = accounts.inspect(app.access(), token);
        } catch (GraphFailure failure) {
            var before = page.health() == null ? Health.never() : page.health();
            return before.notReached(now, String.valueOf(failure.getMessage()));
        }
        var foreign = report.app() != null && !report.app().equals(app.id());
        if (!report.valid() || foreign) {
            var problem = foreign ? TokenProblem.TOKEN_FOREIGN.sentence() : report.problem();
            return health(now, report, TokenState.INVALID, problem, page.health());
        }
        var state = isExpiring(report, now) ? TokenState.EXPIRING : TokenState.VALID;
        return subscription(page, token, health(now, report, state, null, page.health()));
    }

    private boolean isExpiring(TokenReport report, Instant now) {
        var soon = now.plus(properties.expiringWithin());
        return isBefore(report.expiresAt(), soon) || isBefore(report.dataAccessExpiresAt(), soon);
    }

    private static boolean isBefore(@Nullable Instant end, Instant when) {
        return end != null && end.isBefore(when);
    }

    private Health subscription(StoredPage page, Secret token, Health health) {
        var access = new PageAccess(page.id(), token, app.secret());
        var feedback = page.responseFeedback();
        List<String> fields = List.of();
        try {
            fields = subscriptions.fields(access, app.id());
            var missing = WebhookFields.missing(fields, feedback);
            if (!missing.isEmpty() || WebhookFields.hasUnwanted(fields, feedback)) {
                var wanted = WebhookFields.wanted(fields, feedback);
                subscriptions.subscribe(access, wanted);
                LOG.info("Page {} is subscribed to {}, which it was not before", page.id(), missing);
                if (page.health() != null) {
                    resubscribed.increment();
                }
                fields = wanted;
            }
            return health.withFields(fields, List.of(), null);
        } catch (GraphFailure failure) {
            var passing = failure.kind() == GraphFailure.Kind.TRANSIENT
                    || failure.kind() == GraphFailure.Kind.UNKNOWN_OUTCOME;
            return health.withFields(
                    fields,
                    passing && page.health() != null
                            ? page.health().missingFields()
                            : WebhookFields.missing(fields, feedback),
                    passing ? failure.getMessage() : null);
        }
    }

    private static Health health(
            Instant now, TokenReport report, TokenState state, @Nullable String problem, @Nullable Health before) {
        return new Health(
                now,
                state,
                problem,
                report.expiresAt(),
                report.dataAccessExpiresAt(),
                report.scopes(),
                report.valid() ? Permission.missingOnPage(report) : List.of(),
                before == null ? List.of() : before.subscribedFields(),
                List.of(),
                null,
                null);
    }
}
