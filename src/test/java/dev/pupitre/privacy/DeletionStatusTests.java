package dev.pupitre.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.privacy.DataDeletion.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PrivacyTest
class DeletionStatusTests {
    private static final String PERSON = "218471";
    private static final Instant ASKED = Instant.parse("2026-11-21T10:00:00Z");

    private final DeletionStore store;
    private final DeletionCodes codes;
    private final MetaCall browser;

    DeletionStatusTests(DeletionStore store, DeletionCodes codes, @LocalServerPort int port) {
        this.store = store;
        this.codes = codes;
        this.browser = new MetaCall(port);
    }

    @Test
    void tellsThatPeopleAreLooking() {
        var code = searched();

        var page = browser.get("/privacy/deletions/" + code, "en-GB,en;q=0.9");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("<html lang=\"en\">")
                .contains("Your request is being handled")
                .contains("November 21, 2026")
                .contains(code)
                .doesNotContain(PERSON);
    }

    @Test
    void speaksFrench() {
        var page = browser.get("/privacy/deletions/" + searched(), "pt, fr-CA;q=0.8, en;q=0.2");

        assertThat(page.body())
                .contains("<html lang=\"fr\">")
                .contains("Votre demande est en cours de traitement")
                .contains("21 novembre 2026");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("fr");
    }

    @Test
    void tellsWhenItWasDone() {
        var code = searched();
        store.matched(code, List.of("42"), ASKED);
        store.finish(code, State.ERASED, ASKED.plusSeconds(86_400));

        assertThat(browser.get("/privacy/deletions/" + code, "en").body())
                .contains("Your data was erased on November 22, 2026");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void hasWordsForEveryStateInBothLanguages(State state) {
        for (var language : DeletionWords.LANGUAGES) {
            var deletion = new DataDeletion(
                    codes.next(),
                    "r",
                    DataDeletion.Source.META,
                    state,
                    PERSON,
                    List.of("42"),
                    ASKED,
                    ASKED,
                    state.isFinished() ? ASKED : null,
                    0,
                    0,
                    0,
                    List.of(),
                    null,
                    null);

            assertThat(new DeletionWords(language).of(deletion))
                    .contains(deletion.code())
                    .contains("2026")
                    .doesNotContain(PERSON)
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000000000000", "short", "%3Cscript%3E", "%F0%9F%98%80", "a.b"})
    void tellsInAPageThatItKnowsNoSuchCode(String code) {
        var page = browser.get("/privacy/deletions/" + code, "fr");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Demande inconnue").doesNotContain("script>");
    }

    @Test
    void bearsOddLanguages() {
        assertThat(browser.get("/privacy/deletions/x", "*;q=;;,§").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingInThePageNeedsMoreThanTheContentPolicyAllows() {
        var page = browser.get("/privacy/deletions/" + searched(), "en").body();

        assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("<style");
        assertThat(page).contains("href=\"/privacy/deletion.css\"");
        assertThat(browser.get("/privacy/deletion.css", "en").headers().firstValue("Content-Type"))
                .hasValue("text/css;charset=UTF-8");
    }

    private String searched() {
        var code = codes.next();
        store.keep(DataDeletion.ofPerson(code, new SignedRequest(PERSON, ASKED, code), ASKED));
        store.searching(code);
        return code;
    }
}
