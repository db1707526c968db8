package dev.pupitre.rules;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.rules.TablePage.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what a table decides, by what, and how often each of its rows has. */
@Component
class TablePages {
    private final Deployments deployments;
    private final Drafts drafts;
    private final Choices choices;
    private final Fired fired;
    private final RulesProperties properties;

    TablePages(Deployments deployments, Drafts drafts, Choices choices, Fired fired, RulesProperties properties) {
        this.deployments = deployments;
        this.drafts = drafts;
        this.choices = choices;
        this.fired = fired;
        this.properties = properties;
    }

    TablePage of(TableName table) {
        var current = deployments.current(table);
        var file = DmnReader.parse(table, current.dmn());
        return new TablePage(
                table.id(),
                file.name(),
                file.description(),
                file.rows().size(),
                !TableColumns.fit(file),
                VersionView.whole(current),
                drafts.all(table),
                file.inputs().stream()
                        .map(input -> column(input.label(), input.expression(), input.type()))
                        .toList(),
                file.outputs().stream()
                        .map(output -> column(output.label(), output.name(), output.type()))
                        .toList(),
                fired.lately(file, current.number()),
                table == TableName.BUSINESS_HOURS ? choices.schedulesOfCampaigns() : List.of(),
                properties.approval());
    }

    private Column column(@Nullable String label, String expression, @Nullable String type) {
        return new Column(
                requireNonNullElse(label, expression),
                expression,
                type,
                choices.of(expression).orElse(null));
    }
}
