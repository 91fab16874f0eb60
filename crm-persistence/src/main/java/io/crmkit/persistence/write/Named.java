package io.crmkit.persistence.write;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import io.crmkit.persistence.table.ForeignKey;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Understands a refusal by the name of the key that the database mentions: all there is to go by
 * where a transaction of the host's sees an old snapshot and cannot look at what is in the way.
 */
final class Named {
  private final Tables tables;
  private final TableNames names;
  private final Collection<Net> nets;

  Named(Tables tables, TableNames names, Collection<Net> nets) {
    this.tables = tables;
    this.names = names;
    this.nets = nets;
  }

  /** A key that is taken, a reference that leads nowhere or a row referred to; null if unclear. */
  @Nullable CrmException integrity(SQLException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    for (Net net : nets) {
      Violation violation =
          net.purges() ? referred(net, message) : net.expects() ? null : written(net, message);
      if (violation != null) {
        return new ValidationException(List.of(violation));
      }
    }
    String plain = message.toLowerCase(Locale.ROOT);
    boolean primary = plain.contains("primary") || plain.contains("_pkey");
    for (Net net : nets) {
      if (primary && net.inserts()) {
        return ConflictException.stale(net.ref(), 0, null);
      }
    }
    return null;
  }

  /** The first row that had to be in a certain version: what has become of it cannot be seen. */
  @Nullable CrmException conflict() {
    for (Net net : nets) {
      if (net.base() > 0) {
        return ConflictException.stale(net.ref(), net.base(), null);
      }
    }
    return null;
  }

  private @Nullable Violation written(Net net, String message) {
    EntityType<?> type = net.ref().type();
    for (UniqueKey<?> key : type.uniques()) {
      if (mentions(message, type.name() + '_' + key.name() + "_uq")) {
        return key.taken(type);
      }
    }
    for (RefField<?, ?> field : type.references()) {
      Ref<?> target = target(field, net.after());
      if (target != null && mentions(message, type.name() + '_' + field.name() + "_fk")) {
        return Violation.of(type.name(), field.name(), "violation.ref_missing", target.toString());
      }
    }
    return null;
  }

  private static @Nullable Ref<?> target(RefField<?, ?> field, @Nullable Row row) {
    return row == null ? null : field.of(row);
  }

  private @Nullable Violation referred(Net net, String message) {
    for (Table table : tables.all()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(net.ref().type().name()) && mentions(message, key.name())) {
          Field<?, ?> field = table.type().field(key.column().name());
          return Violation.of(
              net.ref().type().name(),
              null,
              "violation.referenced",
              table.type().name(),
              field == null ? key.column().name() : field.name());
        }
      }
    }
    return null;
  }

  private boolean mentions(String message, String name) {
    return message.contains(names.ofIndex(name));
  }
}
