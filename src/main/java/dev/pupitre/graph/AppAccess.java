package dev.pupitre.graph;

import dev.pupitre.kernel.Secret;

/** What a call in the name of the app itself needs. */
public record AppAccess(String id, Secret secret) {
    Secret token() {
        return new Secret(id + "|" + secret.value());
    }
}
