package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.InvalidInput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files that agents are about to send. */
@RestController
class AttachmentUploadController {
    /** Attachment upload API. */
    private static final long LARGEST = 25L << 20;

    /** All other pictures go as files. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    /** Messenger delivers no programs. */
    private static final Set<String> PROGRAMS = Set.of(
            "apk", "app", "bat", "cmd", "com", "cpl", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "msi", "ps1",
            "scr", "sh", "vb", "vbs", "wsf");

    private final Conversations conversations;
    private final Files files;
    private final Uploads uploads;

    AttachmentUploadController(Conversations conversations, Files files, Uploads uploads) {
        this.conversations = conversations;
        this.files = files;
        this.uploads = uploads;
    }

    @ForAgents
    @PostMapping(path = "/api/v1/conversations/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment upload(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @RequestParam MultipartFile file)
            throws IOException {
        var _ = conversations.get(id);
        if (file.isEmpty()) {
            throw new InvalidInput("file", "must not be empty");
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        if (PROGRAMS.contains(ending(name))) {
            throw new InvalidInput(List.of(new FieldProblem(
                    "file", ReasonCode.FILE_KIND_NOT_TAKEN.sentence(), ReasonCode.FILE_KIND_NOT_TAKEN.name())));
        }
        try (var in = file.getInputStream()) {
            var stored = files.store(name, typeOf(file, name), in, LARGEST);
            return uploads.add(stored, kindOf(stored.contentType()), caller.getName())
                    .attachment()
                    .view();
        }
    }

    private static String ending(String name) {
        return Objects.requireNonNullElse(StringUtils.getFilenameExtension(name), "")
                .toLowerCase(Locale.ROOT);
    }

    /** By its bytes: what the browser says of it is the name's ending. */
    private static String typeOf(MultipartFile file, String name) throws IOException {
        var copy = java.nio.file.Files.createTempFile("upload", null);
        try {
            file.transferTo(copy);
            return FileTypes.of(copy, name, file.getContentType());
        } finally {
            java.nio.file.Files.delete(copy);
        }
    }

    private static Attachment.Type kindOf(String contentType) {
        if (PICTURES.contains(contentType)) {
            return Attachment.Type.IMAGE;
        }
        if (contentType.startsWith("audio/")) {
            return Attachment.Type.AUDIO;
        }
        return contentType.startsWith("video/") ? Attachment.Type.VIDEO : Attachment.Type.FILE;
    }
}
