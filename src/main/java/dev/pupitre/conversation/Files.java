package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.gridfs.model.GridFSFile;
import dev.pupitre.kernel.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;
import org.springframework.data.mongodb.gridfs.GridFsUpload;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Pictures, recordings and other files of conversations, kept in the store itself (GridFS). */
@Component
public class Files {
    /** Where GridFS keeps the bytes of files. */
    private static final String CHUNKS = "fs.chunks";

    private static final int LONGEST_NAME = 200;

    private final GridFsTemplate gridFs;
    private final MongoTemplate mongo;
    private final Ids ids;

    Files(GridFsTemplate gridFs, MongoTemplate mongo, Ids ids) {
        this.gridFs = gridFs;
        this.mongo = mongo;
        this.ids = ids;
    }

    /**
     * Keeps a file under a new id.
     *
     * @throws FileTooLarge when there are more bytes than the limit; nothing is kept then
     */
    public StoredFile store(String name, @Nullable String contentType, InputStream in, long limit) {
        return write(ids.newAttachment(), name, contentType, in, limit);
    }

    /** Keeps a file under this id; one that is there already stays, as the same attachment is fetched once. */
    StoredFile store(String id, String name, @Nullable String contentType, InputStream in, long limit) {
        var there = gridFs.findOne(byId(id));
        return there == null
                ? write(id, name, contentType, in, limit)
                : new StoredFile(id, there.getFilename(), typeOf(there), there.getLength());
    }

    private StoredFile write(String id, String name, @Nullable String contentType, InputStream in, long limit) {
        var plainName = plain(name);
        var type = wellFormed(contentType);
        var limited = new LimitedStream(in, limit);
        var complete = false;
        try {
            gridFs.store(GridFsUpload.fromStream(limited)
                    .id(id)
                    .filename(plainName)
                    .contentType(type)
                    .build());
            complete = true;
            return new StoredFile(id, plainName, type, limited.count());
        } catch (RuntimeException failure) {
            if (limited.isExceeded()) {
                throw new FileTooLarge(limit, failure);
            }
            throw failure;
        } finally {
            if (!complete) {
                forgetBytes(id);
            }
        }
    }

    /** The file, to be read as often as wanted; empty when there is none. */
    public Optional<OpenFile> open(String id) {
        return Optional.ofNullable(gridFs.findOne(byId(id)))
                .map(file -> new OpenFile(
                        id,
                        file.getFilename(),
                        typeOf(file),
                        file.getLength(),
                        () -> gridFs.getResource(file).getInputStream()));
    }

    /** Deletes the file, or what is there of one; none is as good. */
    public void delete(String id) {
        if (gridFs.findOne(byId(id)) == null) {
            forgetBytes(id);
        } else {
            gridFs.delete(byId(id));
        }
    }

    /** What an upload left behind that broke off, here or with a node that died. */
    private void forgetBytes(String id) {
        mongo.remove(query(where("files_id").is(id)), CHUNKS);
    }

    private static Query byId(String id) {
        return query(where("_id").is(id));
    }

    private static String typeOf(GridFSFile file) {
        var metadata = file.getMetadata();
        return wellFormed(metadata == null ? null : metadata.getString("_contentType"));
    }

    private static String wellFormed(@Nullable String contentType) {
        if (contentType != null) {
            try {
                var type = MediaType.parseMediaType(contentType);
                return type.isConcrete() ? type.getType() + "/" + type.getSubtype() : octets();
            } catch (InvalidMediaTypeException nonsense) {
                return octets();
            }
        }
        return octets();
    }

    private static String octets() {
        return MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }

    /** Of a path the last part, without what no file system would take. */
    private static String plain(String name) {
        var last = StringUtils.getFilename(name.replace('\\', '/'));
        var visible =
                last == null ? "" : last.replaceAll("[\\p{Cntrl}\"*:<>?|]", "").strip();
        var kept = visible.substring(
                0, visible.offsetByCodePoints(0, Math.min(LONGEST_NAME, visible.codePointCount(0, visible.length()))));
        return kept.isEmpty() ? "file" : kept;
    }

    /** Reads no more than the limit, and says whether there was more. */
    private static final class LimitedStream extends InputStream {
        private final InputStream in;
        private final long limit;
        private long count;

        LimitedStream(InputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        long count() {
            return count;
        }

        boolean isExceeded() {
            return count > limit;
        }

        @Override
        public int read() throws IOException {
            var octet = in.read();
            return octet < 0 ? octet : counted(octet, 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = in.read(bytes, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int result, int more) throws IOException {
            count += more;
            if (isExceeded()) {
                throw new IOException("Expected at most " + limit + " bytes");
            }
            return result;
        }
    }
}
