package dev.pupitre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The least that may answer a webhook, on the same settings and store: it verifies, inserts once and answers. */
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ComponentScan("dev.pupitre.store")
@Import(BareHandler.Endpoint.class)
class BareHandler {
    /** Keeps the endpoint out of every application that happens to scan this package. */
    static final String PROFILE = "bare-handler";

    /** Where the webhooks go. */
    @Profile(PROFILE)
    @RestController
    static class Endpoint {
        private static final String ALGORITHM = "HmacSHA256";

        private final SecretKeySpec key;
        private final MongoTemplate mongo;

        Endpoint(@Value("${pupitre.page.app.secret}") String secret, MongoTemplate mongo) {
            this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
            this.mongo = mongo;
        }

        @PostMapping(SignedWebhook.PATH)
        ResponseEntity<String> receive(
                @RequestHeader(SignedWebhook.SIGNATURE) String signature, @RequestBody byte[] body)
                throws GeneralSecurityException {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var claimed = HexFormat.of().parseHex(signature.substring("sha256=".length()));
            if (!MessageDigest.isEqual(claimed, mac.doFinal(body))) {
                return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
            }
            mongo.getCollection("webhooks").insertOne(new Document("body", new String(body, UTF_8)));
            return ResponseEntity.ok("EVENT_RECEIVED");
        }
    }

    public static void main(String[] arguments) {
        SpringApplication.run(BareHandler.class, arguments);
    }
}
