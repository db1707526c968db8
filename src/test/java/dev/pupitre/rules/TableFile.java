package dev.pupitre.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shipped table with rows of the test's own before those that it has, or instead of them. */
final class TableFile {
    private final TableName table;
    private final boolean shippedToo;
    private final List<String> rows = new ArrayList<>();

    private TableFile(TableName table, boolean shippedToo) {
        this.table = table;
        this.shippedToo = shippedToo;
    }

    static TableFile of(TableName table) {
        return new TableFile(table, true);
    }

    /** With none of the rows that are shipped. */
    static TableFile empty(TableName table) {
        return new TableFile(table, false);
    }

    /**
     * @param cells by the inputs' expressions; all others take anything
     * @param outputs in the table's order
     */
    TableFile row(Map<String, String> cells, String... outputs) {
        var columns = DmnReader.parse(table, table.packaged()).inputs();
        var row = new StringBuilder("<rule id=\"test-row-%d\">".formatted(rows.size()));
        for (int column = 0; column < columns.size(); column++) {
            var cell = cells.getOrDefault(columns.get(column).expression(), "-");
            row.append(entry("inputEntry", "test-%d-i%d".formatted(rows.size(), column), cell));
        }
        for (int column = 0; column < outputs.length; column++) {
            row.append(entry("outputEntry", "test-%d-o%d".formatted(rows.size(), column), outputs[column]));
        }
        rows.add(row.append("</rule>\n").toString());
        return this;
    }

    private static String entry(String tag, String id, String text) {
        return "<%1$s id=\"%2$s\"><text>%3$s</text></%1$s>"
                .formatted(tag, id, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    String dmn() {
        var shipped = table.packaged();
        var from = shipped.indexOf("<rule ");
        var rest = shippedToo ? shipped.substring(from) : shipped.substring(shipped.indexOf("</decisionTable>"));
        return shipped.substring(0, from) + String.join("", rows) + rest;
    }
}
