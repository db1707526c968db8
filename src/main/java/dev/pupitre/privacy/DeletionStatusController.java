package dev.pupitre.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that Meta leads a person to, who may look without a login how far the deletion has got. */
@RestController
@RequestMapping("/privacy")
class DeletionStatusController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final DeletionStore store;

    DeletionStatusController(DeletionStore store) {
        this.store = store;
    }

    @GetMapping("/deletions/{code}")
    ResponseEntity<String> status(@PathVariable String code, HttpServletRequest request) {
        var words = new DeletionWords(languageOf(request));
        var deletion = code.matches(DeletionCodes.PATTERN) ? store.find(code) : Optional.<DataDeletion>empty();
        return deletion.map(found -> page(HttpStatus.OK, words, words.of(found)))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND, words, words.ofUnknownCode()));
    }

    @GetMapping("/deletion.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("privacy/deletion.css"));
    }

    private static ResponseEntity<String> page(HttpStatus status, DeletionWords words, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .header("X-Robots-Tag", "noindex")
                .body(page);
    }

    /** The first of the browser's languages that there is. */
    private static Locale languageOf(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(locale -> Locale.of(locale.getLanguage()))
                .filter(DeletionWords.LANGUAGES::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
