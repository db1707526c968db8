package dev.pupitre.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.page.MetaApp;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        return new SignedRequest(personIn(decoded(payload)), HexFormat.of().formatHex(claimed));
    }

    private String personIn(byte[] payload) throws RefusedRequest {
        final JsonNode content;
        try {
            content = json.readTree(payload);
        } catch (JacksonException noJson) {
            throw new RefusedRequest(RefusedRequest.Reason.MALFORMED);
        }
        if (!content.path("algorithm").asString("").equalsIgnoreCase("HMAC-SHA256")) {
            throw new RefusedRequest(RefusedRequest.Reason.OTHER_ALGORITHM);
        }
        var person = content.path("user_id").asString("");
        if (!PERSON.matcher(person).matches()) {
            throw new RefusedRequest(RefusedRequest.Reason.NO_PERSON);
        }
        return person;
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
