package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes files that Pages send, as the Attachment Upload API and the Send API do. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}")
class GraphAttachments {
    /** Meta's limit for every kind of file (Messenger Platform, "Uploading assets"). */
    private static final long LARGEST = 25L << 20;

    private static final int TOO_LARGE = 2018109;
    private static final int NOT_FETCHED = 2018008;
    private static final int NOT_TAKEN = 2018047;

    private final ReusableAttachments reusable;
    private final SandboxFiles files;
    private final GraphTokens tokens;
    private final JsonMapper json;

    GraphAttachments(ReusableAttachments reusable, SandboxFiles files, GraphTokens tokens, JsonMapper json) {
        this.reusable = reusable;
        this.files = files;
        this.tokens = tokens;
        this.json = json;
    }

    @PostMapping("/{page}/message_attachments")
    Uploaded upload(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var sender = tokens.checkPage(call, page, Permissions.MESSAGING);
        var attachment = call.structure("message").path("attachment");
        var file = call.file("filedata");
        OutgoingMessage.file(attachment, file.isPresent());
        return new Uploaded(reusable.keep(sender, take(sender, attachment, file)));
    }

    record Uploaded(@JsonProperty("attachment_id") String id) {}

    /** A reused one, an uploaded file, or a link, which the sandbox does not fetch, as it stays on this machine. */
    Attached take(FacebookPage page, JsonNode attachment, Optional<MultipartFile> uploaded) {
        var type = attachment.path("type").asString("");
        var payload = attachment.path("payload");
        if (uploaded.isPresent()) {
            return store(type, uploaded.get());
        }
        var id = payload.path("attachment_id").asString("");
        return id.isEmpty() ? linked(type, payload.path("url").asString("")) : reusable.require(page, id);
    }

    Optional<String> keepIfReusable(FacebookPage page, JsonNode attachment, Attached attached) {
        return attachment.path("payload").path("is_reusable").asBoolean(false)
                ? Optional.of(reusable.keep(page, attached))
                : Optional.empty();
    }

    private Attached store(String type, MultipartFile file) {
        if (file.getSize() > LARGEST) {
            throw tooLarge();
        }
        var held = files.keep(file);
        if (file.isEmpty() || (!type.equals("file") && !type.equals(held.type()))) {
            throw GraphError.invalidParameter(
                    NOT_TAKEN, "Upload attachment failure: the file is not of the type " + type);
        }
        return Attached.file(type, files.link(held), held.name(), held.contentType());
    }

    private static Attached linked(String type, String url) {
        if (!Set.of("http", "https").contains(schemeOf(url))) {
            throw GraphError.invalidParameter(NOT_FETCHED, "Failed to fetch the file from the url: " + url);
        }
        return Attached.file(type, url, null, null);
    }

    private static String schemeOf(String url) {
        try {
            return String.valueOf(URI.create(url).getScheme());
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    static GraphError tooLarge() {
        return GraphError.invalidParameter(TOO_LARGE, "Attachment size exceeds allowable limit");
    }
}
