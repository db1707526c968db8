package dev.pupitre.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.page.MetaApp;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a {@code signed_request} (Meta for Developers, Data Deletion Request Callback): base64url of an HMAC-SHA256, a
 * dot, base64url of JSON. Nothing of it is believed, or even parsed, before its signature has been checked.
 */
@Component
class SignedRequestReader {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_LENGTH = 32;
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final SecretKeySpec key;
    private final JsonMapper json;

    SignedRequestReader(MetaApp app, JsonMapper json) {
        this.key = new SecretKeySpec(app.secret().value().getBytes(UTF_8), ALGORITHM);
        this.json = json;
    }

    SignedRequest read(String signedRequest) throws RefusedRequest {
        var dot = signedRequest.indexOf('.');
        if (dot < 0) {
            throw new RefusedRequest(RefusedRequest.Reason.MALFORMED);
        }
        var claimed = decoded(signedRequest.substring(0, dot));
        var payload = signedRequest.substring(dot + 1);
        if (claimed.length != SIGNATURE_LENGTH || !MessageDigest.isEqual(claimed, sign(payload))) {
            throw new RefusedRequest(RefusedRequest.Reason.WRONG_SIGNATURE);
        }
        var content = contentOf(decoded(payload));
        return new SignedRequest(
                personIn(content), issuedAt(content), HexFormat.of().formatHex(claimed));
    }

    private JsonNode contentOf(byte[] payload) throws RefusedRequest {
        try {
            return json.readTree(payload);
        } catch (JacksonException noJson) {
            throw new RefusedRequest(RefusedRequest.Reason.MALFORMED);
        }
    }

    private static String personIn(JsonNode content) throws RefusedRequest {
        if (!content.path("algorithm").asString("").equalsIgnoreCase("HMAC-SHA256")) {
            throw new RefusedRequest(RefusedRequest.Reason.OTHER_ALGORITHM);
        }
        var person = content.path("user_id").asString("");
        if (!PERSON.matcher(person).matches()) {
            throw new RefusedRequest(RefusedRequest.Reason.NO_PERSON);
        }
        return person;
    }

    /** "A JSON number containing the Unix timestamp when the request was signed" (Facebook Login, Signed Requests). */
    private static @Nullable Instant issuedAt(JsonNode content) {
        var seconds = content.path("issued_at").asLong(-1);
        return seconds < 0 || seconds > LAST_SECOND ? null : Instant.ofEpochSecond(seconds);
    }

    private static byte[] decoded(String base64Url) throws RefusedRequest {
        try {
            return Base64.getUrlDecoder().decode(base64Url);
        } catch (IllegalArgumentException otherCharacters) {
            throw new RefusedRequest(RefusedRequest.Reason.MALFORMED);
        }
    }

    private byte[] sign(String payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload.getBytes(US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Expected every JDK to know " + ALGORITHM + ", but", impossible);
        }
    }
}
