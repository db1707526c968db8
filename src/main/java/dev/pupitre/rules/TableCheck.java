package dev.pupitre.rules;

import dev.pupitre.engine.FeelCells;
import dev.pupitre.engine.TableCompiler;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what is wrong with a table before anybody is decided about by it. */
@Component
class TableCheck {
    private final FeelCells feel;
    private final TableCompiler compiler;
    private final NamesCheck names;

    TableCheck(FeelCells feel, TableCompiler compiler, NamesCheck names) {
        this.feel = feel;
        this.compiler = compiler;
        this.names = names;
    }

    /**
     * The errors first, then in the order of the rows.
     *
     * @throws DmnRefused when the file is not this table's at all
     */
    List<Finding> check(TableName table, String dmn) {
        var cells = new TableCells(DmnReader.read(table, dmn), feel);
        FeelCheck.run(cells);
        PatternCheck.run(cells);
        LettersCheck.run(cells);
        ValuesCheck.run(cells);
        names.run(cells);
        RowsCheck.run(cells);
        NightCheck.run(cells);
        if (table == TableName.BUSINESS_HOURS) {
            HoursCheck.run(cells);
        }
        if (cells.findings().stream().noneMatch(Finding::isError)) {
            compile(cells, dmn);
        }
        return cells.findings().stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparingInt(finding -> finding.row() == null ? Integer.MAX_VALUE : finding.row())
                        .thenComparingInt(finding -> finding.column() == null ? 0 : finding.column()))
                .toList();
    }

    private void compile(TableCells cells, String dmn) {
        try {
            var _ = compiler.compile(dmn, cells.file.table().id());
        } catch (TableCompiler.NotCompiled refused) {
            cells.table(Finding.Code.ENGINE, String.valueOf(refused.getMessage()));
        }
    }
}
