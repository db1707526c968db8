package dev.pupitre.privacy;

/**
 * What Meta sends in a person's name.
 *
 * @param person as Meta numbers them for our app; not the page-scoped id of a customer
 * @param fingerprint the same request again has the same one
 */
record SignedRequest(String person, String fingerprint) {}
