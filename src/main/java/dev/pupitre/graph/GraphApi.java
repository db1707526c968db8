package dev.pupitre.graph;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Meta's Graph API, or the sandbox in its place: only the address differs. */
@Component
public class GraphApi {
    /**
     * Sends a text inside the standard messaging window.
     *
     * @return Meta's id of the message ({@code mid})
     * @throws GraphFailure when it was not sent, or when nobody knows
     */
    public String send(PageAccess access, OutboundText message) {
        throw new IllegalStateException("not connected");
    }

    /** The customer's name; empty when Meta does not tell, which happens for valid customers, too. */
    public Optional<Profile> profile(PageAccess access, String customer) {
        return Optional.empty();
    }
}
