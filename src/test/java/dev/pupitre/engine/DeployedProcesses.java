package dev.pupitre.engine;

/** The shipped processes for the tests of other rooms, as if an engine had them. */
public final class DeployedProcesses {
    private DeployedProcesses() {}

    public static ProcessModels conversation(int version) {
        var models = new ProcessModels();
        models.deployed("conversation", version);
        return models;
    }
}
