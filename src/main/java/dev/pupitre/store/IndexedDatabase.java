package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.OptionalLong;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** A database that reads and sorts no more of a collection than it must, with what the library leaves open for it. */
class IndexedDatabase extends H2Database {
    private static final String DATA = "databases.";
    private static final String FACTS = "meta.";
    private static final String SORTED = "._sorted_";

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

    /** Of one field it would not be worth its writes; see {@link LookupIndex} for those that are unique. */
    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 || sparse) {
            return super.openOrCreateSecondaryIndex(collection, name, keys, sparse);
        }
        String fullName = getFullCollectionNamespace(collection);
        MVMap<byte[], Object> entries = file.openMap(
                fullName + SORTED + name, new MVMap.Builder<byte[], Object>().keyType(ByteArrayDataType.INSTANCE));
        return new SortedIndex(name, keys, entries, file.openMap(DATA + fullName)::sizeAsLong);
    }

    /** Counted without reading, where an index can; as shipped, all documents are read to be counted. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Document counted = command.equalsIgnoreCase("aggregate") ? Counting.asked(query) : null;
        if (counted != null) {
            String collection = String.valueOf(query.get(command));
            if (resolveCollection(collection, false) instanceof FrugalCollection frugal) {
                OptionalLong count = frugal.countByIndex(counted);
                if (count.isPresent()) {
                    return Counting.answer(getFullCollectionNamespace(collection), count.getAsLong());
                }
            }
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    /** In the maps that a collection of the library has its data in. */
    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        MVMap<Object, Document> data =
                file.openMap(DATA + fullName, new MVMap.Builder<Object, Document>().valueType(new BsonDocuments()));
        return new FrugalCollection(this, name, options, data, file.openMap(FACTS + fullName), cursorRegistry);
    }
}
