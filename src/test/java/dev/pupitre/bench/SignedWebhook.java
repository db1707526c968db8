package dev.pupitre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A customer's message as Meta sends it, written and signed before the clock runs. */
record SignedWebhook(String customer, String text, String body, String signature) {
    static final String PATH = "/webhooks/meta";
    static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String PAGE = "100000000000001";
    private static final String SECRET = "sandbox-secret";

    static SignedWebhook of(String customer, String text) {
        var mid = "m_" + UUID.randomUUID() + UUID.randomUUID();
        var body = """
                {"object":"page","entry":[{"id":"%1$s","time":%2$d,"messaging":[{"sender":{"id":"%3$s"},\
                "recipient":{"id":"%1$s"},"timestamp":%2$d,"message":{"mid":"%4$s","text":"%5$s"}}]}]}""".formatted(PAGE, System.currentTimeMillis(), customer, mid, text);
        return new SignedWebhook(customer, text, body, sign(body));
    }

    HttpRequest to(URI server) {
        return HttpRequest.newBuilder(server.resolve(PATH))
                .header("Content-Type", "application/json")
                .header(SIGNATURE, signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String sign(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
