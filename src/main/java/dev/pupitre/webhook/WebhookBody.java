package dev.pupitre.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;

/** The bytes of a call, exactly as they were signed, and no more of them than Meta would send. */
final class WebhookBody {
    static final int LIMIT = 1 << 20;

    /** More than {@link #LIMIT} bytes. */
    static final class TooLarge extends Exception {}

    private WebhookBody() {}

    static byte[] read(HttpServletRequest request) throws IOException, TooLarge {
        var length = request.getContentLengthLong();
        if (length > LIMIT) {
            throw new TooLarge();
        }
        return length < 0 ? readChunks(request) : readExactly(request, (int) length);
    }

    private static byte[] readExactly(HttpServletRequest request, int length) throws IOException {
        var body = new byte[length];
        var read = request.getInputStream().readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    private static byte[] readChunks(HttpServletRequest request) throws IOException, TooLarge {
        var body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new TooLarge();
        }
        return body;
    }
}
