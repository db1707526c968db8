package dev.pupitre.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call as Meta makes it. */
public final class SignedForm {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private SignedForm() {}

    /** The body of Meta's call for this person. */
    public static String of(String secret, String person) {
        return "signed_request=" + signed(secret, payload(person));
    }

    static String payload(String person) {
        return payload(person, Instant.ofEpochSecond(1291836800));
    }

    static String payload(String person, Instant issuedAt) {
        return """
                {"algorithm":"HMAC-SHA256","expires":1291840400,"issued_at":%d,"user_id":"%s"}""".formatted(issuedAt.getEpochSecond(), person);
    }

    static String signed(String secret, String json) {
        return signed(secret, json.getBytes(UTF_8));
    }

    static String signed(String secret, byte[] json) {
        var payload = ENCODER.encodeToString(json);
        return ENCODER.encodeToString(hmac(secret, payload)) + "." + payload;
    }

    private static byte[] hmac(String secret, String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(payload.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
