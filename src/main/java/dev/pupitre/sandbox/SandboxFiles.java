package dev.pupitre.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Files as on Meta's CDN: everybody who has a link may fetch them, until the link expires. */
@Profile("local")
@Component
class SandboxFiles implements Forgets {
    /** The oldest files make room for new ones. */
    private static final long ROOM = 256L << 20;

    /** One file, in memory. */
    record Held(String id, String name, String contentType, ByteArrayResource content) {
        long size() {
            return content.contentLength();
        }

        /** What Messenger calls a file of this content. */
        String type() {
            var kind = contentType.substring(0, Math.max(contentType.indexOf('/'), 0));
            return switch (kind) {
                case "image", "audio", "video" -> kind;
                default -> "file";
            };
        }
    }

    private final LinkedHashMap<String, Held> files = new LinkedHashMap<>();
    private final Behaviours behaviours;
    private final Environment environment;
    private final Clock clock;
    private long size;

    SandboxFiles(Behaviours behaviours, Environment environment, Clock clock) {
        this.behaviours = behaviours;
        this.environment = environment;
        this.clock = clock;
    }

    Held keep(MultipartFile file) {
        var name = file.getOriginalFilename();
        var type = file.getContentType();
        try {
            return keep(
                    name == null || name.isBlank() ? "file" : name,
                    Objects.requireNonNullElse(type, "application/octet-stream"),
                    file.getBytes());
        } catch (IOException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The file did not arrive whole", broken);
        }
    }

    Held keep(String name, String contentType, byte[] content) {
        return keep(new Held(UUID.randomUUID().toString(), name, contentType, new ByteArrayResource(content)));
    }

    Held keep(Held file) {
        synchronized (files) {
            var replaced = files.putLast(file.id(), file);
            size += file.size() - (replaced == null ? 0 : replaced.size());
            while (size > ROOM && files.size() > 1) {
                size -= Objects.requireNonNull(files.pollFirstEntry())
                        .getValue()
                        .size();
            }
        }
        return file;
    }

    Optional<Held> find(String id) {
        synchronized (files) {
            return Optional.ofNullable(files.get(id));
        }
    }

    /** Meta's links say in {@code oe}, in hexadecimal seconds, until when they are good. */
    String link(Held file) {
        var end = clock.instant().plusSeconds(behaviours.current().linkLife());
        return UriComponentsBuilder.fromUriString("http://localhost:{port}/sandbox/cdn/{id}/{name}")
                .queryParam("oe", Long.toHexString(end.getEpochSecond()))
                .encode()
                .buildAndExpand(environment.getProperty("local.server.port"), file.id(), file.name())
                .toUriString();
    }

    boolean isGood(@Nullable String end) {
        try {
            return end != null && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end, 16)));
        } catch (NumberFormatException madeUp) {
            return false;
        }
    }

    @Override
    public void startAnew() {
        synchronized (files) {
            files.clear();
            size = 0;
        }
    }
}
