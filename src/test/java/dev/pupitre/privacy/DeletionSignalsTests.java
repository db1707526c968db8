package dev.pupitre.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.Erasure;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.page.Pages;
import dev.pupitre.privacy.DataDeletion.Signal;
import dev.pupitre.privacy.DataDeletion.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionSignalsTests {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final DeletionStore store = new DeletionStore(database.template());
    private final Engine engine = mock();
    private final List<EngineMessage> published = new CopyOnWriteArrayList<>();
    private final DeletionSignals signals = new DeletionSignals(
            store,
            engine,
            new PrivacyProperties(null, Duration.ofDays(1), Duration.ZERO, Duration.ZERO, AN_HOUR, Duration.ZERO, 1),
            clock);
    private final Deletions deletions = new Deletions(
            store,
            signals,
            new DeletionCodes(),
            mock(Erasure.class),
            mock(Pages.class),
            new PrivacyMeters(new SimpleMeterRegistry()),
            clock);

    @BeforeEach
    void theEngineTakesEverything() {
        willAnswer(call -> published.add(call.getArgument(0))).given(engine).publish(any());
        store.declareIndexes();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsAgainWhatWasNotFinishedWithinAnHour() {
        var code = begun();

        clock.advance(AN_HOUR);
        signals.restartLost();
        assertThat(published).as("not before the hour is over").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        signals.restartLost();
        signals.restartLost();

        assertThat(published)
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .returns("data-deletion-requested", EngineMessage::name)
                        .returns(code, EngineMessage::correlationKey)
                        .returns(Duration.ZERO, EngineMessage::timeToLive));
    }

    @Test
    void startsAgainWhatPeopleWereSearchingForOrWasBeingErased() {
        var searched = deletions
                .ask(new SignedRequest("218471", clock.instant(), "fingerprint"))
                .code();
        await().until(() -> deletions.get(searched).due() == null);
        deletions.find(searched);
        var erasing = begun();
        store.matched(erasing, List.of("42"), clock.instant());

        clock.advance(Duration.ofHours(2));
        signals.restartLost();

        assertThat(published).extracting(EngineMessage::correlationKey).containsExactlyInAnyOrder(searched, erasing);
    }

    @Test
    void leavesAloneWhatIsFinished() {
        var code = begun();
        finish(code);

        clock.advance(Duration.ofHours(2));
        signals.restartLost();

        assertThat(published).isEmpty();
        assertThatExceptionOfType(DeletionFinished.class).isThrownBy(() -> deletions.retry(code));
    }

    @Test
    void triesAgainLaterWhileTheEngineIsAway() {
        var code = begun();
        clock.advance(Duration.ofHours(2));
        willThrow(mock(EngineUnavailable.class)).given(engine).publish(any());

        signals.restartLost();

        assertThat(deletions.get(code).due()).isEqualTo(Signal.AGAIN);
        theEngineTakesEverything();
        signals.sweep();
        assertThat(published).extracting(EngineMessage::correlationKey).containsExactly(code);
        assertThat(deletions.get(code)).returns(clock.instant(), DataDeletion::toldAt);
    }

    @Test
    void startsAgainAtOnceWhenSomebodyAsksForIt() {
        var code = begun();

        deletions.retry(code);

        await().untilAsserted(() ->
                assertThat(published).extracting(EngineMessage::name).containsExactly("data-deletion-requested"));
    }

    /** Told to the engine once, and forgotten there. */
    private String begun() {
        var code = deletions.askFor("42").code();
        await().until(() -> deletions.get(code).due() == null);
        published.clear();
        return code;
    }

    private void finish(String code) {
        store.matched(code, List.of(), clock.instant());
        store.finish(code, State.NOTHING_HELD, clock.instant());
    }
}
