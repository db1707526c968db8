package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.thread;
import static dev.pupitre.conversation.FileServer.PICTURE;
import static dev.pupitre.conversation.FileServer.file;
import static dev.pupitre.conversation.FileServer.redirect;
import static dev.pupitre.conversation.FileServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.Attachment.State;
import dev.pupitre.conversation.FileServer.Asked;
import dev.pupitre.live.LiveEvent;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.query.Query;

class FetchingTests {
    private FetchingFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FetchingFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void keepsAPictureAndShowsIt() throws IOException {
        fixture.fetching.take(
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", file("image/png", PICTURE))));

        assertThat(fixture.settled())
                .returns(State.STORED, Attachment::state)
                .returns("photo.png", Attachment::name)
                .returns("image/png", Attachment::contentType)
                .returns((long) PICTURE.length, Attachment::size)
                .returns(null, Attachment::reason);
        var kept = fixture.room.files.open(FetchingFixture.FILE).orElseThrow();
        try (var in = kept.stream()) {
            assertThat(in.readAllBytes()).isEqualTo(PICTURE);
        }
        await().until(() -> fixture.mongo.count(new Query(), "fetches") == 0);
        assertThat(fixture.meta.asked()).containsExactly(new Asked("/v/photo.png", false));
        assertThat(fixture.announced)
                .extracting(LiveEvent::data)
                .filteredOn(Announcements.MessageChange.class::isInstance)
                .singleElement()
                .extracting(change -> ((Announcements.MessageChange) change).message())
                .returns(FetchingFixture.MESSAGE, Message::id);
        assertThat(fixture.count("stored")).isEqualTo(1);
        assertThat(fixture.room.live.find(thread("42")).orElseThrow().due())
                .noneMatch(due -> due.kind() == Due.Kind.FETCH);
    }

    @Test
    void followsARedirectThatStaysWithMeta() {
        fixture.meta.at("/v/photo.png", file("image/png", PICTURE));

        fixture.fetching.take(
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/old", redirect("/v/photo.png"))));

        assertThat(fixture.settled()).returns(State.STORED, Attachment::state);
        assertThat(fixture.meta.asked()).extracting(Asked::path).containsExactly("/old", "/v/photo.png");
    }

    @Test
    void followsNoRedirectToAnyoneElse() {
        var elsewhere = fixture.stranger.at("/photo.png", file("image/png", PICTURE));

        fixture.fetching.take(
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", redirect(elsewhere))));

        assertThat(fixture.settled()).returns(State.REFUSED, Attachment::state);
        assertThat(fixture.stranger.asked()).isEmpty();
        fixture.assertNothingKept();
    }

    @Test
    void asksNobodyButMeta() {
        fixture.fetching.take(
                fixture.received(Attachment.Type.IMAGE, fixture.stranger.at("/photo.png", file("image/png", PICTURE))));

        assertThat(fixture.settled())
                .returns(State.REFUSED, Attachment::state)
                .extracting(Attachment::reason)
                .asString()
                .contains("Facebook");
        assertThat(fixture.stranger.asked()).isEmpty();
        fixture.assertNothingKept();
    }

    static Stream<Arguments> hopeless() {
        return Stream.of(
                Arguments.of("expired", "FILE_EXPIRED", Attachment.Type.IMAGE, status(403)),
                Arguments.of("gone", "FILE_EXPIRED", Attachment.Type.FILE, status(404)),
                Arguments.of("gone for good", "FILE_EXPIRED", Attachment.Type.FILE, status(410)),
                Arguments.of(
                        "too large",
                        "FILE_OVER_LIMIT",
                        Attachment.Type.FILE,
                        file("application/pdf", new byte[FetchingFixture.LIMIT + 1])),
                Arguments.of(
                        "a page called a picture",
                        "FILE_OF_OTHER_KIND",
                        Attachment.Type.IMAGE,
                        file("image/png", "<!DOCTYPE html><html><script>1</script></html>".getBytes(UTF_8))),
                Arguments.of(
                        "a picture called a film",
                        "FILE_OF_OTHER_KIND",
                        Attachment.Type.VIDEO,
                        file("video/mp4", PICTURE)),
                Arguments.of("in circles", "FILE_NOT_FETCHED", Attachment.Type.IMAGE, redirect("/v/file")),
                Arguments.of("nowhere", "FILE_NOT_FETCHED", Attachment.Type.IMAGE, redirect("http://[")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hopeless")
    void refusesAtOnceWhatWillNotGetBetter(
            String what, String code, Attachment.Type type, FileServer.Behaviour behaviour) {
        fixture.fetching.take(fixture.received(type, fixture.meta.at("/v/file", behaviour)));

        assertThat(fixture.settled())
                .returns(State.REFUSED, Attachment::state)
                .satisfies(refused -> assertThat(refused.reason()).isNotBlank())
                .extracting(Attachment::reasonCode)
                .isEqualTo(code);
        fixture.assertNothingKept();
        await().until(() -> fixture.mongo.count(new Query(), "fetches") == 0);
        assertThat(fixture.count("refused")).isEqualTo(1);
    }
}
