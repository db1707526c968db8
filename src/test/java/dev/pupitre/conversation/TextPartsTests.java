package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTests {
    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String ACCENTED = "e\u0301";

    @Test
    void leavesAShortTextAlone() {
        assertThat(TextParts.of("Bonjour", 2000)).containsExactly("Bonjour");
        assertThat(TextParts.of("x".repeat(2000), 2000)).hasSize(1);
        assertThat(TextParts.of("  ", 2000)).isEmpty();
    }

    @Test
    void breaksAfterAWordWhereThereIsOne() {
        assertThat(TextParts.of("aaaa bbbb cccc dddd", 10)).containsExactly("aaaa bbbb", "cccc dddd");
    }

    @Test
    void neverBreaksInsideWhatIsSeenAsOneCharacter() {
        for (var character : new String[] {FAMILY, ACCENTED, "🇫🇷", "👍🏽"}) {
            var text = "x" + character.repeat(400);

            var parts = TextParts.of(text, 100);

            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).allSatisfy(part -> assertThat(part.length()).isBetween(1, 100));
            assertThat(parts.subList(1, parts.size()))
                    .allSatisfy(part -> assertThat(part).startsWith(character));
        }
    }

    @Test
    void cutsACharacterThatIsLongerThanAMessage() {
        var endless = "e" + "\u0301".repeat(250);

        assertThat(String.join("", TextParts.of(endless, 100))).isEqualTo(endless);
    }
}
