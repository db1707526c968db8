package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.page.MetaApp;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Tells Meta's calls from all others: only Meta and we know the app's secret. */
@Component
class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_LENGTH = 64;

    private final SecretKeySpec key;

    WebhookSignature(MetaApp app) {
        this.key = new SecretKeySpec(app.secret().value().getBytes(UTF_8), ALGORITHM);
    }

    boolean matches(String header, byte[] body) {
        if (!header.startsWith(PREFIX) || header.length() != PREFIX.length() + HEX_LENGTH) {
            return false;
        }
        final byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
        } catch (IllegalArgumentException notHex) {
            return false;
        }
        return MessageDigest.isEqual(claimed, sign(body));
    }

    private byte[] sign(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Expected every JDK to know " + ALGORITHM + ", but", impossible);
        }
    }
}
