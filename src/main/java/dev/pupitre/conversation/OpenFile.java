package dev.pupitre.conversation;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.InputStreamSource;

/** A stored file that can be read, from its beginning each time. */
public record OpenFile(String id, String name, String contentType, long size, InputStreamSource content) {
    public InputStream stream() throws IOException {
        return content.getInputStream();
    }
}
