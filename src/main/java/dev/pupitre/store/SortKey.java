package dev.pupitre.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that are in order when the values are, none of them the beginning of another.
 *
 * <p>Kinds of values stand in the order of MongoDB's documentation, "Comparison/Sort Order". What a document may be
 * sorted by in more than one way, as a list is, has no bytes.
 */
final class SortKey {
    private static final int NULL = 0x05;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int OBJECT_ID = 0x30;
    private static final int BOOLEAN = 0x40;
    private static final int MOMENT = 0x50;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a value, or nothing to it where this kind of value has no bytes. */
    Optional<SortKey> with(@Nullable Object value, boolean ascending) {
        var encoded = encoded(value);
        if (encoded == null) {
            return Optional.empty();
        }
        for (var each : encoded) {
            bytes.write(ascending ? each : ~each);
        }
        return Optional.of(this);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The first bytes that come after all that begin with these; null where there are none. */
    static byte @Nullable [] after(byte[] beginning) {
        for (int last = beginning.length - 1; last >= 0; last--) {
            if (beginning[last] != (byte) 0xff) {
                var after = Arrays.copyOf(beginning, last + 1);
                after[last]++;
                return after;
            }
        }
        return null;
    }

    private static byte @Nullable [] encoded(@Nullable Object value) {
        return switch (value) {
            case null -> new byte[] {NULL};
            case Missing _ -> new byte[] {NULL};
            case Number number -> number(number);
            case String text -> text.indexOf('\0') < 0 ? text(text) : null;
            case ObjectId id -> of(OBJECT_ID, id.toByteArray());
            case Boolean bool -> new byte[] {BOOLEAN, (byte) (bool ? 1 : 0)};
            case Instant moment -> of(MOMENT, moment.toEpochMilli() ^ Long.MIN_VALUE);
            default -> null;
        };
    }

    private static byte @Nullable [] number(Number number) {
        var value = number.doubleValue();
        var exact = number instanceof Double
                || number instanceof Integer
                || (number instanceof Long whole && (long) value == whole && whole != Long.MAX_VALUE);
        if (!exact || Double.isNaN(value)) {
            return null;
        }
        var bits = Double.doubleToLongBits(value + 0.0);
        return of(NUMBER, bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    /** In the order of its characters, and closed by one that no other text has. */
    private static byte[] text(String text) {
        return of(STRING, (text + '\0').getBytes(StandardCharsets.UTF_16BE));
    }

    private static byte[] of(int kind, long bits) {
        var bytes = new byte[Long.BYTES];
        ByteBuffer.wrap(bytes).putLong(bits);
        return of(kind, bytes);
    }

    private static byte[] of(int kind, byte[] value) {
        var bytes = new byte[1 + value.length];
        bytes[0] = (byte) kind;
        System.arraycopy(value, 0, bytes, 1, value.length);
        return bytes;
    }
}
