package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AttachmentControllerTests {
    private final ConversationRoom room = new ConversationRoom();
    private final MockMvcTester http = MockMvcTester.of(new AttachmentController(room.files));

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, inline",
        "video/mp4, inline",
        "audio/mpeg, inline",
        "image/svg+xml, attachment",
        "text/html, attachment",
        "application/pdf, attachment",
        "application/octet-stream, attachment",
        "nonsense, attachment"
    })
    void showsInPlaceOnlyWhatCarriesNoScript(String type, String disposition) {
        var answer = get(stored("a.bin", type, "0123456789"));

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith(disposition);
        assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
    }

    @Test
    void downloadsWhatIsAskedForAsADownload() {
        var id = stored("é.png", "image/png", "0123456789");

        assertThat(http.get()
                        .uri("/api/v1/attachments/{id}?download", id)
                        .exchange()
                        .getResponse()
                        .getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%C3%A9.png");
    }

    @Test
    void answersRanges() throws Exception {
        var id = stored("a.mp4", "video/mp4", "0123456789");

        var answer = http.get()
                .uri("/api/v1/attachments/{id}", id)
                .header(HttpHeaders.RANGE, "bytes=2-4")
                .exchange();

        assertThat(answer).hasStatus(206);
        assertThat(answer.getResponse().getContentAsString()).isEqualTo("234");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_RANGE)).isEqualTo("bytes 2-4/10");
    }

    @Test
    void keepsNothingOfWhatIsTooLarge() {
        assertThatThrownBy(() -> room.files.store("a.bin", null, in("0123456789"), 9))
                .isInstanceOf(FileTooLarge.class);
        assertThat(room.database.template().getCollection("fs.chunks").countDocuments())
                .isZero();
        assertThat(room.files.store("a.bin", null, in("0123456789"), 10).size()).isEqualTo(10);
    }

    @Test
    void namesFilesWithoutTheirPath() {
        assertThat(room.files.store("../../etc/pass\u0000wd", null, in("x"), 10).name())
                .isEqualTo("passwd");
        assertThat(room.files.store("C:\\temp\\", null, in("x"), 10).name()).isEqualTo("file");
    }

    private MvcTestResult get(String id) {
        return http.get().uri("/api/v1/attachments/{id}", id).exchange();
    }

    private String stored(String name, String type, String content) {
        return room.files.store(name, type, in(content), 100).id();
    }

    private static ByteArrayInputStream in(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
}
