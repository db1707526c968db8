package dev.pupitre.engine;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the engine what the workers need, at the start of a node: the processes, and the tables as they are kept. */
@Component
class StartDeployment {
    private final Models models;
    private final DecisionTables tables;
    private final ProcessModels processes;
    private final ObjectProvider<TableKeeper> keeper;

    StartDeployment(Models models, DecisionTables tables, ProcessModels processes, ObjectProvider<TableKeeper> keeper) {
        this.models = models;
        this.tables = tables;
        this.processes = processes;
        this.keeper = keeper;
    }

    void deploy() {
        var kept = keeper.stream().findFirst();
        models.deployTables(kept.map(TableKeeper::kept).orElse(Set.of())).forEach(tables::deployed);
        kept.ifPresent(TableKeeper::bringUp);
        models.deployProcesses().forEach(processes::deployed);
    }
}
