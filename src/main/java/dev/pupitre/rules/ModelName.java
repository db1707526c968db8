package dev.pupitre.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file under the name that its table's models have. Camunda Modeler names a model as it likes, and nothing but the
 * engine's counting of versions depends on the name.
 *
 * @param before what it was named; null where it had the name, or none can be found
 */
record ModelName(String dmn, @Nullable String before) {
    private static final Pattern DEFINITIONS = Pattern.compile(
            "<(?:[\\w.-]+:)?definitions(?=\\s)(?:\\s+(?!id\\s*=)[\\w.:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*+\\s+id\\s*=\\s*(\"([^\"]*)\"|'([^']*)')");

    static ModelName of(TableName table, String dmn) {
        var name = DmnReader.model(table);
        var root = DEFINITIONS.matcher(dmn);
        if (dmn.length() > DmnReader.LARGEST || !root.find() || name.equals(named(root))) {
            return new ModelName(dmn, null);
        }
        return new ModelName(
                dmn.substring(0, root.start(1)) + '"' + name + '"' + dmn.substring(root.end(1)), named(root));
    }

    private static String named(Matcher root) {
        return root.group(2) == null ? root.group(3) : root.group(2);
    }
}
