package dev.pupitre.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTests {
    @TempDir
    private Path directory;

    @Test
    void areThoseOfTheSettingsInTheirOrder() {
        var one = new Secret(Base64.getEncoder().encodeToString(PageRoom.KEY) + "\n");
        var two = new Secret(Base64.getEncoder().encodeToString(PageRoom.NEWER_KEY));

        assertThat(TokenKeys.named(List.of(one, new Secret(""), two)))
                .containsExactly(PageRoom.KEY, PageRoom.NEWER_KEY);
    }

    @Test
    void areMadeOnceAndKeptWhereOnlyTheOwnerReads() throws Exception {
        var file = directory.resolve("new").resolve("page-token.key");

        var made = TokenKeys.keptIn(file);

        assertThat(made.getFirst()).hasSize(TokenCipher.KEY_BYTES);
        assertThat(TokenKeys.keptIn(file)).containsExactly(made.getFirst());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void areRefusedInOneSentenceWithoutShowingThem() throws Exception {
        var file = Files.writeString(directory.resolve("page-token.key"), "nearly-a-secret");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> TokenKeys.keptIn(file))
                .withMessageContaining("32 bytes in base64")
                .withMessageContaining(file.toString())
                .satisfies(refused -> assertThat(refused).message().doesNotContain("nearly-a-secret"));
    }
}
