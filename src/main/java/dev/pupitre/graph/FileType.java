package dev.pupitre.graph;

import com.restfb.types.send.MediaAttachment;

/** How Messenger shows a file (Send API reference, {@code attachment.type}). */
public enum FileType {
    IMAGE(MediaAttachment.Type.IMAGE),
    AUDIO(MediaAttachment.Type.AUDIO),
    VIDEO(MediaAttachment.Type.VIDEO),
    FILE(MediaAttachment.Type.FILE);

    private final MediaAttachment.Type restfb;

    FileType(MediaAttachment.Type restfb) {
        this.restfb = restfb;
    }

    MediaAttachment.Type restfb() {
        return restfb;
    }
}
