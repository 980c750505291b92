package io.flywheel.database;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * Ids as a {@code uuid[]} in the form in which the database takes them without parsing: made once, bound to as many
 * statements as wanted, from any thread. The driver itself would write and the database read them as text.
 */
public final class UuidArray extends PGobject implements PGBinaryObject {
    private static final long serialVersionUID = 1L;
    private static final int UUID_OID = 2950;
    private static final int ID_BYTES = 16;
    private static final int HEAD_BYTES = 20;
    /** Head of an array without elements: no dimensions, no nulls, the type. */
    private static final int EMPTY_BYTES = 12;

    private final byte[] bytes;

    private UuidArray(byte[] bytes) {
        this.bytes = bytes;
        this.type = "_uuid";
    }

    /** @param ids without null */
    public static UuidArray of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new UuidArray(
                    ByteBuffer.allocate(EMPTY_BYTES).putInt(8, UUID_OID).array());
        }
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + ids.size() * (Integer.BYTES + ID_BYTES));
        buffer.putInt(1).putInt(0).putInt(UUID_OID).putInt(ids.size()).putInt(1);
        for (UUID id : ids) {
            buffer.putInt(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return new UuidArray(buffer.array());
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new IllegalStateException("ids are read as UUID");
    }

    @Override
    public int lengthInBytes() {
        return bytes.length;
    }

    @Override
    public void toBytes(byte[] into, int offset) {
        System.arraycopy(bytes, 0, into, offset, bytes.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UuidArray array && java.util.Arrays.equals(bytes, array.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public UuidArray clone() {
        return this;
    }
}
