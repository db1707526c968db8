package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import java.util.Set;

/** All models that are shipped, for an engine of the tests. */
final class PackagedModels {
    private PackagedModels() {}

    static void deploy(CamundaClient client) {
        var models = new Models(client);
        var _ = models.deployTables(Set.of());
        var _ = models.deployProcesses();
    }
}
