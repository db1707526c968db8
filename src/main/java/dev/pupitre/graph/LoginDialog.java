package dev.pupitre.graph;

import java.net.URI;
import java.util.List;

/**
 * A question to a person, on Facebook's pages, whether our app may act for their Pages.
 *
 * @param challenge the SHA-256 of the verifier that the code's exchange will show (RFC 7636, S256)
 */
public record LoginDialog(String app, URI redirect, String state, String challenge, List<String> scopes) {}
