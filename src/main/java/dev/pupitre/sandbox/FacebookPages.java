package dev.pupitre.sandbox;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The Pages of the one person who connects them, and every access token that was ever given out. */
@Profile("local")
@Order(0)
@Component
class FacebookPages implements Forgets {
    private static final int CAPACITY = 1_000;
    private static final Map<String, String> OTHERS =
            Map.of("100000000000002", "Pupitre Librairie", "100000000000003", "Pupitre Vélos");

    private final SandboxProperties settings;
    private final Clock clock;
    private final Map<String, FacebookPage> pages = new ConcurrentSkipListMap<>();
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

    FacebookPages(SandboxProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        startAnew();
    }

    /** The Page of the settings, which is connected from the start. */
    FacebookPage own() {
        return require(settings.pageId());
    }

    Optional<FacebookPage> find(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    FacebookPage require(String id) {
        return find(id).orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The sandbox has no Page " + id));
    }

    Collection<FacebookPage> all() {
        return pages.values();
    }

    FacebookPage create(String name) {
        if (pages.size() >= CAPACITY) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Expected at most %d Pages".formatted(CAPACITY));
        }
        var id = "1" + ThreadLocalRandom.current().nextLong(10_000_000_000_000L, 100_000_000_000_000L);
        return add(id, name, "sandbox-page-token-" + id, Set.of());
    }

    Optional<AccessToken> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** A person who connects again gets the Page's living token, or a new one in place of a dead one. */
    AccessToken renew(FacebookPage page) {
        if (page.token().stateAt(clock.instant()) != AccessToken.State.VALID) {
            var value = "sandbox-page-token-%s-%s".formatted(page.id(), Message.newMid());
            page.token(keep(AccessToken.ofPage(value, page, clock.instant())));
        }
        return page.token();
    }

    AccessToken issue(Set<String> permissions, Set<String> chosen) {
        return keep(AccessToken.ofUser("sandbox-user-token-" + Message.newMid(), permissions, chosen, clock.instant()));
    }

    @Override
    public final void startAnew() {
        tokens.clear();
        pages.clear();
        keep(AccessToken.ofApp(settings.appId() + "|" + settings.appSecret()));
        add(settings.pageId(), settings.pageName(), settings.accessToken(), FacebookPage.FIELDS);
        OTHERS.forEach((id, name) -> add(id, name, "sandbox-page-token-" + id.charAt(id.length() - 1), Set.of()));
    }

    private FacebookPage add(String id, String name, String token, Set<String> fields) {
        var page = new FacebookPage(id, name, fields);
        page.token(keep(AccessToken.ofPage(token, page, clock.instant())));
        pages.put(id, page);
        return page;
    }

    private AccessToken keep(AccessToken token) {
        tokens.put(token.value(), token);
        return token;
    }
}
