package dev.pupitre.graph;

import com.restfb.BinaryAttachment;
import java.io.InputStream;

/** A file on its way, never whole in memory; its size is told to Meta beforehand. */
final class StreamedFile extends BinaryAttachment {
    /** What the attachment upload API calls it. */
    private static final String FIELD = "filedata";

    private final InputStream content;
    private final long size;

    StreamedFile(String name, String contentType, long size, InputStream content) {
        super(FIELD, name, new byte[0], contentType);
        this.content = content;
        this.size = size;
    }

    InputStream content() {
        return content;
    }

    long size() {
        return size;
    }
}
