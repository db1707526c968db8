package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTests {
    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";
    private static final String ZIP = "PK\u0003\u0004\u0014\0\0\0\0\0";
    private static final String MP4 = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    private Path folder;

    @Test
    void believesTheBytesOfAPictureWhateverItIsCalled() throws IOException {
        assertThat(typeOf(PNG, "photo.png", "image/png")).isEqualTo("image/png");
        assertThat(typeOf(PNG, "photo.jpg", "image/jpeg")).isEqualTo("image/png");
        assertThat(typeOf(PNG, "n", null)).isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource({"image/png,photo.png", "image/jpeg,photo", "text/plain,notes.txt"})
    void takesNoPageOfScriptsForAnythingElse(String told, String name) throws IOException {
        assertThat(typeOf("<!DOCTYPE html><html><script>alert(1)</script></html>", name, told))
                .isEqualTo("text/html");
    }

    @Test
    void takesNoProgramForAPicture() throws IOException {
        assertThat(typeOf("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff\0\0", "cat.jpg", "image/jpeg"))
                .isNotEqualTo("image/jpeg");
    }

    @Test
    void tellsWhatTheNameSaysMoreExactly() throws IOException {
        assertThat(typeOf(ZIP, "contract.docx", "application/octet-stream")).isEqualTo(WORD);
        assertThat(typeOf("a;b\n1;2\n", "list.csv", null)).isEqualTo("text/csv");
    }

    @Test
    void leavesItToTheSenderWhetherAContainerHoldsSoundAlone() throws IOException {
        assertThat(typeOf(MP4, "clip.mp4", "video/mp4")).isEqualTo("video/mp4");
        assertThat(typeOf(MP4, "voice.mp4", "audio/mp4")).isEqualTo("audio/mp4");
    }

    @Test
    void believesTheSenderOfBytesThatSayNothing() throws IOException {
        assertThat(typeOf("\u0001\u0002\u0003\u0004", "x", "application/x-own; charset=none"))
                .isEqualTo("application/x-own");
        assertThat(typeOf("\u0001\u0002\u0003\u0004", "x", "what?")).isEqualTo("application/octet-stream");
        assertThat(typeOf("\u0001\u0002\u0003\u0004", "x", null)).isEqualTo("application/octet-stream");
    }

    private String typeOf(String bytes, String name, @Nullable String told) throws IOException {
        var file = java.nio.file.Files.write(folder.resolve("part"), bytes.getBytes(ISO_8859_1));
        return FileTypes.of(file, name, told);
    }
}
