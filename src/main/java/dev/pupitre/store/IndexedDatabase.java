package dev.pupitre.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database whose unique indexes, that of {@code _id} among them, serve queries with further conditions, too. */
class IndexedDatabase extends H2Database {
    IndexedDatabase(String name, MVStore file, CursorRegistry cursors) {
        super(name, file, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new LookupIndex(super.openOrCreateUniqueIndex(collection, name, keys, sparse), sparse);
    }
}
