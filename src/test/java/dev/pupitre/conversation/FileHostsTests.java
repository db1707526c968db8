package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileHostsTests {
    private final FileHosts hosts = new FileHosts(
            new FetchProperties(
                    List.of("*.fbcdn.net", "*.facebook.com"),
                    DataSize.ofMegabytes(25),
                    Duration.ofSeconds(60),
                    4,
                    6,
                    Duration.ofSeconds(5)),
            URI.create("http://localhost:8080/sandbox/graph"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://scontent.xx.fbcdn.net/v/photo.jpg?oe=1",
                "https://video-cdg4-1.xx.FBCDN.net/v/clip.mp4",
                "https://lookaside.facebook.com:443/x",
                "http://localhost:8080/sandbox/cdn/1/photo.png"
            })
    void takesFilesFromMetaAndTheGraphApi(String address) {
        assertThat(hosts.allow(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://scontent.xx.fbcdn.net/v/photo.jpg",
                "https://scontent.xx.fbcdn.net:8443/v/photo.jpg",
                "https://fbcdn.net.evil.example/photo.jpg",
                "https://evilfbcdn.net/photo.jpg",
                "https://scontent.xx.fbcdn.net@evil.example/photo.jpg",
                "https://me:secret@scontent.xx.fbcdn.net/photo.jpg",
                "http://localhost:8081/photo.jpg",
                "http://localhost/photo.jpg",
                "https://localhost:8080/photo.jpg",
                "http://127.0.0.1:8080/photo.jpg",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:8080/photo.jpg",
                "file:///etc/passwd",
                "ftp://scontent.xx.fbcdn.net/photo.jpg",
                "//scontent.xx.fbcdn.net/photo.jpg",
                "data:image/png;base64,AAAA",
                "not an address",
                ""
            })
    void takesFilesFromNobodyElse(String address) {
        assertThat(hosts.allow(address)).isFalse();
    }

    @Test
    void takesAHostThatIsNamedWithoutAStarForItselfAlone() {
        var one = new FileHosts(
                new FetchProperties(
                        List.of("cdn.example"),
                        DataSize.ofMegabytes(25),
                        Duration.ofSeconds(60),
                        4,
                        6,
                        Duration.ofSeconds(5)),
                URI.create("https://graph.facebook.com"));

        assertThat(one.allow("https://cdn.example/x")).isTrue();
        assertThat(one.allow("https://a.cdn.example/x")).isFalse();
    }
}
