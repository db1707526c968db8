package dev.pupitre.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is shown.
 *
 * @param author who saved it last, by name
 * @param authorId the same as a user
 * @param renamed what the file's model was named that it was imported from, where that is another name; mostly null
 * @param dmn left out of lists
 */
record DraftView(
        String id,
        String table,
        int basedOn,
        String author,
        String authorId,
        Instant at,
        long revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String renamed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dmn) {
    static DraftView of(Draft draft) {
        return described(draft, null);
    }

    static DraftView whole(Draft draft) {
        return described(draft, draft.dmn());
    }

    private static DraftView described(Draft draft, @Nullable String dmn) {
        return new DraftView(
                draft.id(),
                draft.table(),
                draft.basedOn(),
                draft.author().name(),
                draft.author().id(),
                draft.at(),
                draft.revision(),
                null,
                dmn);
    }

    DraftView renamed(@Nullable String before) {
        return new DraftView(id, table, basedOn, author, authorId, at, revision, before, dmn);
    }
}
