package dev.pupitre.page;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.graph.GraphAccounts;
import dev.pupitre.graph.GraphSubscriptions;
import dev.pupitre.graph.TokenReport;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The whole room on a real store, with Meta and the engine in the test's hand. */
final class PageRoom implements AutoCloseable {
    static final PageId CAFE = new PageId("100");
    static final PageId BISTRO = new PageId("200");
    static final Secret TOKEN = new Secret("EAAB-the-token");
    static final MetaApp APP = new MetaApp("app-1", new Secret("app-secret"), new Secret("verify"));
    static final byte[] KEY = key(1);
    static final byte[] NEWER_KEY = key(2);

    final MovableClock clock = new MovableClock();
    final GraphAccounts accounts = mock();
    final GraphSubscriptions subscriptions = mock();
    final Engine engine = mock();
    final List<EngineMessage> published = new CopyOnWriteArrayList<>();
    final List<Object> happened = new CopyOnWriteArrayList<>();
    final TestDatabase database;
    final PageProperties properties;
    final TokenCipher cipher;
    final PageStore store;
    final PageTokens tokens;
    final KnownPages known;
    final PageTraces traces;
    final Pages pages;
    final PageHealth health;
    final PageProcess process;
    final ConnectingStore connecting;
    final FacebookLogin login;
    final Connections connections;
    final PageUpkeep upkeep;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    PageRoom() {
        this(new TestDatabase(), null, KEY);
    }

    /** A node on this store, with these settings; others may be on it, too. */
    PageRoom(TestDatabase database, @Nullable String tokenOfTheSettings, byte[]... keys) {
        this.database = database;
        properties = settings(tokenOfTheSettings);
        cipher = new TokenCipher(List.of(keys));
        store = new PageStore(database.template());
        tokens = new PageTokens(cipher, properties);
        ApplicationEventPublisher events = happened::add;
        known = new KnownPages(store, tokens, properties, APP, events, clock);
        traces = new PageTraces(store);
        pages = new Pages(known, store, traces, properties, events, clock);
        health = new PageHealth(store, known, tokens, APP, accounts, subscriptions, properties, clock, meters);
        process = new PageProcess(engine, known);
        connecting = new ConnectingStore(database.template(), properties, clock);
        login = new FacebookLogin(connecting, accounts, APP, cipher, clock);
        connections = new Connections(connecting, store, known, tokens, health, process, subscriptions, clock);
        upkeep = new PageUpkeep(store, known, health, process, properties, connections, subscriptions);
        willAnswer(call -> published.add(call.getArgument(0))).given(engine).publish(any());
        given(accounts.address(any())).willReturn(URI.create("https://facebook.test/dialog"));
        works();
        subscribed(WebhookFields.wanted(List.of(), false).toArray(String[]::new));
        known.readAgain();
    }

    private static PageProperties settings(@Nullable String token) {
        return new PageProperties(
                token == null ? null : CAFE.value(),
                "Café of the settings",
                token == null ? null : new Secret(token),
                ZoneId.of("Europe/Paris"),
                new PageProperties.App(APP.id(), APP.secret(), APP.verifyToken()),
                List.of(),
                null,
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                Duration.ofDays(14),
                Duration.ofHours(1),
                Duration.ofSeconds(2));
    }

    static byte[] key(int number) {
        var key = new byte[TokenCipher.KEY_BYTES];
        Arrays.fill(key, (byte) number);
        return key;
    }

    /** A Page as connecting it by browser leaves it. */
    StoredPage connected(PageId page) {
        var connected = store.connect(
                new PageStore.Connection(
                        page,
                        "Page " + page,
                        null,
                        cipher.encrypt(TOKEN, page),
                        tokens.given(page).orElse(null),
                        "person-1"),
                clock.instant());
        known.take(connected);
        happened.clear();
        return connected;
    }

    /** Meta finds nothing wrong with any token. */
    void works() {
        says(report(true, null, Permission.scopes()));
    }

    void says(TokenReport report) {
        given(accounts.inspect(any(), any())).willReturn(report);
    }

    void subscribed(String... fields) {
        given(subscriptions.fields(any(), any())).willReturn(List.of(fields));
    }

    static TokenReport report(boolean valid, @Nullable String problem, List<String> scopes) {
        return new TokenReport(valid, problem, APP.id(), "person-1", null, null, scopes, Map.of());
    }

    static TokenReport ending(@Nullable Instant token, @Nullable Instant data) {
        return new TokenReport(true, null, APP.id(), "person-1", token, data, Permission.scopes(), Map.of());
    }

    static Visitor nadia() {
        return new Visitor(new UserId("nadia"), "session-1");
    }

    Diagnosis diagnosis(PageId page) {
        var stored = store.find(page).orElseThrow();
        return Diagnosis.of(known.connected(page).isPresent(), stored.health(), stored.hold(), clock.instant());
    }

    List<String> told() {
        return published.stream().map(EngineMessage::name).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
