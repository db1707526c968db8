package dev.pupitre.rules;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows all tables side by side, and what is under way about each. */
@Component
class TableSummaries {
    private final Deployments deployments;
    private final Drafts drafts;
    private final Plans plans;

    TableSummaries(Deployments deployments, Drafts drafts, Plans plans) {
        this.deployments = deployments;
        this.drafts = drafts;
        this.plans = plans;
    }

    List<TableSummary> all() {
        var planned = plans.open().stream().map(PlannedView::of).toList();
        return Arrays.stream(TableName.values())
                .map(table -> summary(
                        table,
                        planned.stream()
                                .filter(plan -> plan.table().equals(table.id()))
                                .toList()))
                .toList();
    }

    private TableSummary summary(TableName table, List<PlannedView> planned) {
        var current = deployments.current(table);
        var file = DmnReader.parse(table, current.dmn());
        return new TableSummary(
                table.id(),
                file.name(),
                file.description(),
                file.rows().size(),
                !TableColumns.fit(file),
                VersionView.of(current),
                drafts.all(table),
                planned);
    }
}
