package dev.pupitre.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.conversation.Erasure;
import dev.pupitre.conversation.Erasure.Erased;
import dev.pupitre.engine.Engine;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.page.Pages;
import dev.pupitre.privacy.DataDeletion.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionsTests {
    private static final String PERSON = "218471";
    private static final Erased SOMETHING = new Erased(2, 7, List.of("f1", "f2"));

    private final TestDatabase database = new TestDatabase();
    private final DeletionStore store = new DeletionStore(database.template());
    private final Erasure erasure = mock();
    private final Pages pages = mock();
    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Engine engine = mock();
    private final DeletionSignals signals = new DeletionSignals(store, engine, properties(1), clock);
    private final Deletions deletions =
            new Deletions(store, signals, new DeletionCodes(), erasure, pages, new PrivacyMeters(meters), clock);

    @BeforeEach
    void nothingIsThere() {
        store.declareIndexes();
        given(erasure.erase(any(), any())).willReturn(Erased.NOTHING);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void erasesACustomerWhoseIdIsTheOneThatMetaGave() {
        given(erasure.knows(PERSON, clock.instant())).willReturn(true);
        given(erasure.erase(PERSON, clock.instant())).willReturn(SOMETHING);
        var code = asked();

        assertThat(deletions.find(code)).isTrue();
        assertThat(deletions.find(code)).as("the same job once more").isTrue();
        deletions.erase(code);
        given(erasure.knows(PERSON, clock.instant())).willReturn(false);
        assertThat(deletions.confirm(code)).isTrue();
        assertThat(deletions.confirm(code)).as("the same job once more").isTrue();

        assertThat(deletions.get(code))
                .returns(State.ERASED, DataDeletion::state)
                .returns(2, DataDeletion::conversations)
                .returns(7, DataDeletion::messages)
                .returns(2, DataDeletion::files)
                .returns(null, DataDeletion::person)
                .returns(List.of(), DataDeletion::customers);
        assertThat(meters.get("pupitre.privacy.erased")
                        .tags("cause", "person", "what", "messages")
                        .counter()
                        .count())
                .isEqualTo(7);
    }

    @Test
    void asksPeopleWhenNothingIsKnownByThatId() {
        var code = asked();

        assertThat(deletions.find(code)).isFalse();
        assertThat(deletions.find(code)).as("the same job once more").isFalse();

        assertThat(deletions.get(code)).returns(State.SEARCHING, DataDeletion::state);
        deletions.erase(code);
        then(erasure).should(never()).erase(any(), any());
    }

    @Test
    void erasesWhomPeopleFound() {
        var code = asked();
        deletions.find(code);

        var matched = deletions.match(code, List.of("42", "43"));
        deletions.erase(code);

        assertThat(matched).returns(DataDeletion.Signal.MATCHED, DataDeletion::due);
        then(erasure).should().erase("42", clock.instant());
        then(erasure).should().erase("43", clock.instant());
        assertThatExceptionOfType(DeletionNotSearched.class).isThrownBy(() -> deletions.match(code, List.of("44")));
        assertThatExceptionOfType(DeletionNotFound.class).isThrownBy(() -> deletions.match("none", List.of()));
    }

    @Test
    void erasesWhatIsFromBeforeTheWishHoweverLongPeopleSearched() {
        var wished = clock.instant();
        var code = asked();
        deletions.find(code);
        clock.advance(Duration.ofDays(3));

        deletions.match(code, List.of("42"));
        deletions.erase(code);

        then(erasure).should().erase("42", wished);
    }

    @Test
    void isDoneWhenPeopleFoundNobody() {
        var code = asked();
        deletions.find(code);

        deletions.match(code, List.of());
        deletions.erase(code);

        assertThat(deletions.confirm(code)).isTrue();
        assertThat(deletions.get(code)).returns(State.NOTHING_HELD, DataDeletion::state);
    }

    @Test
    void listensToTasklistOnlyWhilePeopleSearch() {
        var code = asked();
        deletions.find(code);
        deletions.match(code, List.of("42"));

        deletions.matchedInTasklist(code, List.of("77"));

        assertThat(deletions.get(code).customers()).containsExactly("42");
    }

    @Test
    void forgetsWhoConnectedAPage() {
        given(pages.connectedBy(PERSON)).willReturn(List.of(new PageId("100")));
        var code = asked();

        assertThat(deletions.find(code)).isTrue();
        deletions.erase(code);

        then(pages).should().forget(PERSON);
        assertThat(deletions.confirm(code)).isTrue();
        assertThat(deletions.get(code)).returns(State.ERASED, DataDeletion::state);
    }

    @Test
    void goesOnUntilNothingIsLeftFromBefore() {
        var until = clock.instant();
        given(erasure.knows(PERSON, until)).willReturn(true);
        var code = asked();
        deletions.find(code);
        deletions.erase(code);
        clock.advance(Duration.ofMinutes(1));

        assertThat(deletions.confirm(code)).isFalse();
        assertThat(deletions.get(code)).returns(State.ERASING, DataDeletion::state);
        deletions.erase(code);

        then(erasure).should(times(2)).erase(PERSON, until);
    }

    @Test
    void deletesFilesAgainThatCameLate() {
        given(erasure.knows(PERSON, clock.instant())).willReturn(true, false);
        given(erasure.erase(PERSON, clock.instant())).willReturn(SOMETHING);
        var code = asked();
        deletions.find(code);
        deletions.erase(code);

        deletions.confirm(code);

        then(erasure).should().tidy(PERSON, clock.instant(), List.of("f1", "f2"));
    }

    @Test
    void erasesACustomerAnAdministratorNames() {
        var code = deletions.askFor("42").code();

        assertThat(deletions.find(code)).isTrue();
        deletions.erase(code);
        deletions.confirm(code);

        then(erasure).should().erase("42", clock.instant());
        assertThat(deletions.get(code)).returns(State.ERASED, DataDeletion::state);
    }

    @Test
    void keepsConversationsAsLongAsTheirPageSays() {
        given(pages.retentions()).willReturn(List.of(new Pages.Retention(new PageId("100"), 30)));
        var before = clock.instant().minus(Duration.ofDays(30));
        given(erasure.eraseClosedBefore(new PageId("100"), before, 2))
                .willReturn(SOMETHING, SOMETHING, new Erased(1, 1, List.of()));
        var properties = properties(2);

        new Retention(erasure, pages, properties, new PrivacyMeters(meters), clock).enforce();

        then(erasure).should(times(3)).eraseClosedBefore(new PageId("100"), before, 2);
        assertThat(meters.get("pupitre.privacy.erased")
                        .tags("cause", "retention", "what", "conversations")
                        .counter()
                        .count())
                .isEqualTo(5);
    }

    private static PrivacyProperties properties(int retentionBatch) {
        return new PrivacyProperties(
                null,
                Duration.ofDays(1),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofHours(1),
                Duration.ZERO,
                retentionBatch);
    }

    private String asked() {
        return deletions
                .ask(new SignedRequest(PERSON, clock.instant(), "fingerprint"))
                .code();
    }
}
