package dev.pupitre.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands files out as Meta's CDN does, parts of them as well. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/cdn")
class Cdn {
    private final SandboxFiles files;

    Cdn(SandboxFiles files) {
        this.files = files;
    }

    /** What a stranger uploaded must not run as a page of this origin. */
    @GetMapping("/{id}/{name}")
    ResponseEntity<Resource> file(
            @PathVariable String id, @RequestParam(name = "oe", required = false) @Nullable String end) {
        if (!files.isGood(end)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "URL signature expired");
        }
        var file = files.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such file"));
        return ResponseEntity.ok()
                .contentType(typeOf(file))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .body(file.content());
    }

    private static MediaType typeOf(SandboxFiles.Held file) {
        try {
            return MediaType.parseMediaType(file.contentType());
        } catch (InvalidMediaTypeException madeUp) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
