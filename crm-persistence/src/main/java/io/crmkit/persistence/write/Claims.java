package io.crmkit.persistence.write;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims of unique custom values, as rows. */
final class Claims {
  private final Dialect dialect;
  private final String find;
  private final String remove;

  Claims(Dialect dialect, TableNames names) {
    this.dialect = dialect;
    String held =
        " from "
            + names.of(Bookkeeping.CUSTOM_KEY)
            + names.where(
                Table.TENANT, Bookkeeping.RECORD_TYPE, Bookkeeping.KEY_NAME, Bookkeeping.KEY_VALUE);
    this.find = "select " + names.of(Bookkeeping.RECORD_ID) + held;
    this.remove = "delete" + held + " and " + names.of(Bookkeeping.RECORD_ID) + "=?";
  }

  boolean releaseStale(
      Connection connection, Reading reading, String tenant, Layout layout, Collection<Net> nets)
      throws SQLException {
    boolean any = false;
    for (Net net : nets) {
      Row after = net.after();
      if (after != null && !net.expects()) {
        any |= releaseStale(connection, reading, tenant, layout, after, after.type());
      }
    }
    return any;
  }

  private <E extends Entity<E>> boolean releaseStale(
      Connection connection,
      Reading reading,
      String tenant,
      Layout layout,
      Row row,
      EntityType<E> type)
      throws SQLException {
    boolean any = false;
    for (Field<E, ?> field : layout.custom(type)) {
      String value = field.unique() ? Bookkeeping.keyValue(field, row) : null;
      UUID holder = value == null ? null : holder(connection, tenant, field, value);
      if (holder != null && value != null) {
        Row held =
            reading.find(
                connection,
                type.ref(holder.getMostSignificantBits(), holder.getLeastSignificantBits()));
        if (!value.equals(Bookkeeping.keyValue(field, held))) {
          remove(connection, tenant, field, value, holder);
          any = true;
        }
      }
    }
    return any;
  }

  private @Nullable UUID holder(
      Connection connection, String tenant, Field<?, ?> field, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(find)) {
      bind(statement, tenant, field, value);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? (UUID) dialect.read(found, 1, ColumnType.UUID) : null;
      }
    }
  }

  private void remove(
      Connection connection, String tenant, Field<?, ?> field, String value, UUID holder)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(remove)) {
      bind(statement, tenant, field, value);
      dialect.bind(statement, 5, ColumnType.UUID, holder);
      statement.executeUpdate();
    }
  }

  private void bind(PreparedStatement to, String tenant, Field<?, ?> field, String value)
      throws SQLException {
    dialect.bind(to, 1, ColumnType.TEXT, tenant);
    dialect.bind(to, 2, ColumnType.TEXT, field.type().name());
    dialect.bind(to, 3, ColumnType.TEXT, field.name());
    dialect.bind(to, 4, ColumnType.TEXT, value);
  }
}
