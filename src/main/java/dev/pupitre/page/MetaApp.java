package dev.pupitre.page;

import dev.pupitre.graph.AppAccess;
import dev.pupitre.kernel.Secret;

/**
 * The Meta app by which the Pages are connected.
 *
 * @param secret signs Meta's webhooks and proves our calls
 * @param verifyToken what Meta shows when it asks whether the webhook's address is ours
 */
public record MetaApp(String id, Secret secret, Secret verifyToken) {
    AppAccess access() {
        return new AppAccess(id, secret);
    }
}
