package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.kernel.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Stored files over HTTP, in ranges if wanted.
 *
 * <p>Strangers sent them, so a browser must never take one for a page of ours: the type is not to be guessed, nothing in
 * them may run, and only what cannot carry a script is shown in place. Scalable pictures, which can, are shown inside a
 * page, where browsers run no script of them, but opened by themselves they are downloads; so are PDF files, as
 * browsers refuse to show them without scripts.
 */
@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {
    private static final String NOTHING_RUNS =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
    private static final Duration UNCHANGED_FOR = Duration.ofHours(1);
    private static final Set<String> HARMLESS = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "audio/mpeg",
            "audio/mp4",
            "audio/x-m4a",
            "audio/aac",
            "audio/ogg",
            "audio/wav",
            "audio/x-wav",
            "audio/webm",
            "audio/amr",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime",
            "video/3gpp");

    static final class FileNotFound extends NotFound {
        FileNotFound(String id) {
            super("Expected file " + id + " to exist, but there is none");
        }
    }

    private final Files files;

    AttachmentController(Files files) {
        this.files = files;
    }

    /** With {@code ?download} always as a download. */
    @GetMapping("/{id}")
    ResponseEntity<Resource> file(@PathVariable String id, WebRequest request) {
        var file = files.open(id).orElseThrow(() -> new FileNotFound(id));
        var inline = !request.getParameterMap().containsKey("download") && HARMLESS.contains(file.contentType());
        var disposition = inline ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .cacheControl(CacheControl.maxAge(UNCHANGED_FOR).cachePrivate())
                .eTag('"' + id + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(file.name(), UTF_8).build().toString())
                .body(new FileResource(file));
    }

    /** Of a known length and read from its beginning each time: what Spring needs to answer ranges. */
    private static final class FileResource extends AbstractResource {
        private final OpenFile file;

        FileResource(OpenFile file) {
            this.file = file;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public String getDescription() {
            return "stored file " + file.id();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return file.stream();
        }
    }
}
