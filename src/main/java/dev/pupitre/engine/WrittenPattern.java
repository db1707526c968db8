package dev.pupitre.engine;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.jspecify.annotations.Nullable;

/** The regular expression that a call of {@code matches(text, pattern)} writes out, read once instead of at each call. */
final class WrittenPattern {
    private WrittenPattern() {}

    /** Null for other calls, for a pattern that is worked out, and for one that cannot be read. */
    static @Nullable Pattern of(FunctionInvocation call) {
        if (!call.function().equals("matches") || !(call.params() instanceof PositionalFunctionParameters given)) {
            return null;
        }
        var parameters = ScalaValues.list(given.params());
        return parameters.size() == 2 && parameters.getLast() instanceof ConstString text ? read(text.value()) : null;
    }

    private static @Nullable Pattern read(String written) {
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException ignored) {
            return null;
        }
    }
}
