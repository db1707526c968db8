package dev.pupitre.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Writes documents into the file as BSON, in which they come over the wire; as shipped, they are written by Java's
 * serialization, which takes several times as long and as much room. What was written so is still read.
 */
final class BsonDocuments extends BasicDataType<Document> {
    /** No kind of object that {@link ObjectDataType} writes begins like this. */
    private static final byte BSON = (byte) 0xB5;

    private static final int USUAL_BYTES = 1024;
    private static final int WEIGHT = 16;

    private final ObjectDataType asShipped = new ObjectDataType();

    /**
     * So many bytes of memory has a document that was read, for each that is written: its names, maps and numbers are
     * objects. By it the file keeps its pages, which are read and written as wholes, to a few documents.
     */
    private static final int OBJECTS = 6;

    /** A race leaves one document out of it at most. */
    private int averageBytes = USUAL_BYTES;

    @Override
    public int getMemory(Document document) {
        return OBJECTS * averageBytes;
    }

    @Override
    public void write(WriteBuffer file, Document document) {
        ByteBuf bytes = PooledByteBufAllocator.DEFAULT.heapBuffer(USUAL_BYTES);
        try {
            BsonEncoder.encodeDocument(document, bytes);
            learn(bytes.readableBytes());
            file.put(BSON).put(bytes.nioBuffer());
        } finally {
            bytes.release();
        }
    }

    @Override
    public Document read(ByteBuffer file) {
        if (file.get(file.position()) != BSON) {
            return (Document) asShipped.read(file);
        }
        file.get();
        ByteBuf bytes = Unpooled.wrappedBuffer(file);
        Document document = BsonDecoder.decodeBson(bytes);
        learn(bytes.readerIndex());
        file.position(file.position() + bytes.readerIndex());
        return document;
    }

    private void learn(int bytes) {
        averageBytes += (bytes - averageBytes) / WEIGHT;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
