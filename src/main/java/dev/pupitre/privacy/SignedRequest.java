package dev.pupitre.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Meta sends in a person's name.
 *
 * @param person as Meta numbers them for our app; not the page-scoped id of a customer
 * @param issuedAt when Meta signed it, to the second; null where it does not say so
 * @param fingerprint the same request again has the same one
 */
record SignedRequest(String person, @Nullable Instant issuedAt, String fingerprint) {}
