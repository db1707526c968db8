package dev.pupitre.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.privacy.PrivacyMeters.Call;
import dev.pupitre.privacy.RefusedRequest.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where Meta tells that a person wants their data deleted, or has removed the app (Meta for Developers, Data Deletion
 * Request Callback and Deauthorize Callback).
 */
@RestController
@RequestMapping("/privacy/meta")
class MetaCallbacksController {
    private static final int LIMIT = 16 * 1024;
    private static final String FIELD = "signed_request";

    /** What Meta shows to the person: where to look, and the code to name. */
    record Confirmation(
            URI url, @JsonProperty("confirmation_code") String code) {}

    private final SignedRequestReader requests;
    private final Deletions deletions;
    private final Deauthorisation deauthorisation;
    private final StatusAddress address;
    private final PrivacyMeters meters;

    MetaCallbacksController(
            SignedRequestReader requests,
            Deletions deletions,
            Deauthorisation deauthorisation,
            StatusAddress address,
            PrivacyMeters meters) {
        this.requests = requests;
        this.deletions = deletions;
        this.deauthorisation = deauthorisation;
        this.address = address;
        this.meters = meters;
    }

    /** Answered when the wish is stored; what follows is the process's. */
    @PostMapping("/data-deletion")
    Confirmation deleteData(HttpServletRequest request) {
        var code = deletions.ask(read(Call.DATA_DELETION, request)).code();
        meters.taken(Call.DATA_DELETION);
        return new Confirmation(address.of(code, request), code);
    }

    /** The tokens that the person gave are dead from now on; answered when their Pages are held. */
    @PostMapping("/deauthorise")
    Map<String, String> deauthorise(HttpServletRequest request) {
        deauthorisation.take(read(Call.DEAUTHORISE, request));
        meters.taken(Call.DEAUTHORISE);
        return Map.of();
    }

    private SignedRequest read(Call call, HttpServletRequest request) {
        try {
            return requests.read(fieldOf(request));
        } catch (RefusedRequest refusal) {
            meters.refused(call, refusal);
            if (refusal.reason() == Reason.TOO_LARGE) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, refusal.getMessage());
            }
            throw new InvalidInput(FIELD, String.valueOf(refusal.getMessage()));
        }
    }

    /** Read here and not by the container, which would take two megabytes of a form from anyone. */
    private static String fieldOf(HttpServletRequest request) throws RefusedRequest {
        try {
            var body = request.getInputStream().readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw new RefusedRequest(Reason.TOO_LARGE);
            }
            var value = Arrays.stream(new String(body, US_ASCII).split("&"))
                    .filter(field -> field.startsWith(FIELD + "="))
                    .findFirst()
                    .orElseThrow(() -> new RefusedRequest(Reason.MISSING));
            return URLDecoder.decode(value.substring(FIELD.length() + 1), US_ASCII);
        } catch (IllegalArgumentException wrongEscape) {
            throw new RefusedRequest(Reason.MALFORMED);
        } catch (IOException broken) {
            throw new RefusedRequest(Reason.BROKEN_OFF);
        }
    }
}
