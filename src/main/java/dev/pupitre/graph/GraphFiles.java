package dev.pupitre.graph;

import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import com.restfb.types.send.MediaAttachment;
import com.restfb.types.send.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Brings files to Meta, where messages then name them (Messenger Platform, attachment upload API). */
@Component
public class GraphFiles {
    private final GraphClients clients;

    GraphFiles(GraphClients clients) {
        this.clients = clients;
    }

    /** A file to bring; {@code size} in bytes. */
    public record Upload(FileType type, String name, String contentType, long size, InputStreamSource content) {}

    /**
     * Uploads a file that any number of messages may carry.
     *
     * @return Meta's id of it ({@code attachment_id}), good for 90 days
     */
    public String upload(PageAccess access, Upload file) {
        var attachment = new MediaAttachment(file.type().restfb());
        attachment.setIsReusable(true);
        try (var content = file.content().getInputStream()) {
            var body = new StreamedFile(file.name(), file.contentType(), file.size(), content);
            return clients.call("upload", access, client -> {
                var answer = client.publish(
                        access.page() + "/message_attachments",
                        JsonObject.class,
                        body,
                        Parameter.with("message", new Message(attachment)));
                return GraphAnswers.id(answer, "attachment_id");
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected a stored file, but it cannot be read", unreadable);
        }
    }
}
