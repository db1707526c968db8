package dev.pupitre.kernel;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table as comma separated values (RFC 4180), which goes out row by row and does nothing in the spreadsheet that opens
 * it.
 *
 * <p>What customers write may look like a formula: OWASP, CSV injection.
 */
public final class Spreadsheet implements AutoCloseable {
    /** By this, spreadsheets read the letters as what they are. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final CsvMapper MAPPER = new CsvMapper();

    private final SequenceWriter rows;

    public Spreadsheet(Writer out, List<String> columns) throws IOException {
        out.write(BYTE_ORDER_MARK);
        var schema = CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .build()
                .withHeader();
        rows = MAPPER.writer(schema).writeValues(out);
    }

    public void row(@Nullable Object... values) {
        rows.write(Arrays.stream(values).map(Spreadsheet::cell).toArray(String[]::new));
    }

    private static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return !(value instanceof Number) && !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    @Override
    public void close() {
        rows.close();
    }
}
