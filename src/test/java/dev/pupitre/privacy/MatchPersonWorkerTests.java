package dev.pupitre.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.pupitre.privacy.MatchPersonWorker.Input;
import dev.pupitre.privacy.MatchPersonWorker.Output;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchPersonWorkerTests {
    private final Deletions deletions = mock();
    private final MatchPersonWorker worker = new MatchPersonWorker(deletions);

    @Test
    void takesTheCustomersWhoWereFound() {
        assertThat(worker.handle(new Input("c", "found", "42, 43;44\n42"))).isEqualTo(new Output(true, null));

        then(deletions).should().matchedInTasklist("c", List.of("42", "43", "44"));
    }

    @Test
    void takesThatNothingIsHereWhereItIsSaid() {
        assertThat(worker.handle(new Input("c", "nothing", " "))).isEqualTo(new Output(true, null));

        then(deletions).should().matchedInTasklist("c", List.of());
    }

    @ParameterizedTest
    @CsvSource(
            value = {"-, -", "-, 42", "'', 42", "maybe, 42", "found, -", "found, ' , ; '", "found, .*", "nothing, 42"},
            nullValues = "-")
    void asksAgainWhereNothingWasDecided(String decision, String customers) {
        assertThat(worker.handle(new Input("c", decision, customers)))
                .returns(false, Output::taken)
                .satisfies(output -> assertThat(output.problem()).isNotBlank());

        then(deletions).should(never()).matchedInTasklist(any(), any());
    }

    @Test
    void asksAgainWhereAllTheWorldWasEntered() {
        var many = IntStream.rangeClosed(1, 51).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        assertThat(worker.handle(new Input("c", "found", many)).taken()).isFalse();
    }
}
