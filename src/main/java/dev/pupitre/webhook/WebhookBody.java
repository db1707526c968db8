package dev.pupitre.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;

/** The bytes of a call, exactly as they were signed, and no more of them than Meta would send. */
final class WebhookBody {
    static final int LIMIT = 1 << 20;
    private static final int USUAL = 1 << 16;

    /** More than {@link #LIMIT} bytes. */
    static final class TooLarge extends Exception {}

    private WebhookBody() {}

    static byte[] read(HttpServletRequest request) throws IOException, TooLarge {
        var length = request.getContentLengthLong();
        if (length > LIMIT) {
            throw new TooLarge();
        }
        if (length >= 0 && length <= USUAL) {
            return readAtOnce(request, (int) length);
        }
        var body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new TooLarge();
        }
        return body;
    }

    /** Without the copies that growing costs; memory for more than this is only taken as bytes arrive. */
    private static byte[] readAtOnce(HttpServletRequest request, int length) throws IOException {
        var body = new byte[length];
        var read = request.getInputStream().readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }
}
