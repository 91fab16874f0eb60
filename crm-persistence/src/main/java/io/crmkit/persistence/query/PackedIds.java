package io.crmkit.persistence.query;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Identities as one array in the binary form of PostgreSQL, which its driver knows for other types:
 * as text, the server reads them five times as long. It takes the driver of the host: where that is
 * another one, or is hidden by a pool, they go as text.
 */
final class PackedIds {
  private static final boolean DRIVER = driver();

  private PackedIds() {}

  private static boolean driver() {
    try {
      Class.forName("org.postgresql.jdbc.PgArray", false, PackedIds.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException another) {
      return false;
    }
  }

  /** The array; null where there is no way to pack it. */
  static @Nullable Array of(List<?> ids, Connection connection) throws SQLException {
    return DRIVER && connection.isWrapperFor(BaseConnection.class)
        ? new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, bytes(ids))
        : null;
  }

  private static byte[] bytes(List<?> ids) {
    return ids instanceof Identities kept ? kept.packed() : packed(ids);
  }

  /** One dimension without nulls, counted from 1: the length of each element before it. */
  static byte[] packed(List<?> ids) {
    ByteBuffer packed = ByteBuffer.allocate(5 * Integer.BYTES + 20 * ids.size());
    packed.putInt(1).putInt(0).putInt(Oid.UUID).putInt(ids.size()).putInt(1);
    for (Object each : ids) {
      UUID id = (UUID) each;
      packed.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return packed.array();
  }
}
