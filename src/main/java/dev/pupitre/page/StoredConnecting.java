package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Someone's way to Facebook and back, on whichever nodes; it is kept for some minutes.
 *
 * @param id the fingerprint of the state that Facebook hands back
 * @param verifier proves to Facebook that who exchanges the code is who asked for it (RFC 7636)
 * @param person who logged in at Facebook, as Meta numbers them for our app
 * @param missing permissions that were asked for and not given
 * @param error why there are no Pages, in one plain sentence
 */
@Document("connecting")
record StoredConnecting(
        @Id String id,
        UserId user,
        @Nullable String session,
        String verifier,
        URI redirect,
        Instant begunAt,
        Step step,
        @Nullable String person,
        List<Found> pages,
        List<String> missing,
        @Nullable String error) {

    /** How far it is. */
    enum Step {
        BEGUN,
        /** What came back is being looked into; if the node dies over it, it stays so. */
        TAKEN,
        RETURNED,
        DONE
    }

    /**
     * A Page that the person let us see.
     *
     * @param token encrypted
     */
    record Found(
            PageId id,
            String name,
            @Nullable String picture,
            @Nullable String token,
            List<String> missing) {}

    StoredConnecting returned(@Nullable String who, List<Found> found, List<String> without) {
        return new StoredConnecting(
                id, user, session, verifier, redirect, begunAt, Step.RETURNED, who, found, without, null);
    }

    StoredConnecting without(String why) {
        return new StoredConnecting(id, user, session, verifier, redirect, begunAt, step, person, pages, missing, why);
    }

    /** The tokens are with the Pages now. */
    StoredConnecting done() {
        var bare = pages.stream()
                .map(page -> new Found(page.id(), page.name(), page.picture(), null, page.missing()))
                .toList();
        return new StoredConnecting(id, user, session, "", redirect, begunAt, Step.DONE, person, bare, missing, error);
    }

    StoredConnecting failed(String why) {
        return new StoredConnecting(
                id, user, session, verifier, redirect, begunAt, Step.RETURNED, null, List.of(), List.of(), why);
    }
}
