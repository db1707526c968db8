package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database that reads and sorts no more of a collection than it must, with what the library leaves open for it. */
class IndexedDatabase extends H2Database {
    private static final String DATA = "databases.";
    private static final String FACTS = "meta.";

    private static final BsonDocuments DOCUMENTS = new BsonDocuments();

    private final MVStore file;

    /** What is in the file already is opened before this returns. */
    IndexedDatabase(String name, MVStore file, CursorRegistry cursors) {
        this.file = file;
        super(name, file, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new LookupIndex(super.openOrCreateUniqueIndex(collection, name, keys, sparse), sparse);
    }

    /** In the maps that a collection of the library has its data in. */
    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> data =
                file.openMap(DATA + fullName, new MVMap.Builder<Object, Document>().valueType(DOCUMENTS));
        return new FrugalCollection(this, name, options, data, file.openMap(FACTS + fullName), cursorRegistry);
    }
}
