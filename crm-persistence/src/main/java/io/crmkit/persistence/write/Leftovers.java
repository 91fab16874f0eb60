package io.crmkit.persistence.write;

import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.tenant.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the store keeps for itself of a tenant that is destroyed. The entry of the registry goes
 * last, when there are no records left, and this with it.
 */
public final class Leftovers {
  private static final List<String> TABLES =
      List.of(Bookkeeping.CUSTOM_KEY, Bookkeeping.CUSTOM_SLOT, Bookkeeping.WORK_TOKEN);

  private Leftovers() {}

  /** The tenants whose end the changes are. */
  public static List<String> tenants(List<Change> changes) {
    List<String> tenants = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Purge purge && purge.ref().type() == Tenant.TYPE) {
        String name = Tenant.NAME.of(purge.before());
        if (name != null) {
          tenants.add(name);
        }
      }
    }
    return tenants;
  }

  static void remove(Connection connection, TableNames names, List<Change> changes)
      throws SQLException {
    for (String tenant : tenants(changes)) {
      for (String table : TABLES) {
        String text = "delete from " + names.of(table) + names.where(Table.TENANT);
        try (PreparedStatement statement = connection.prepareStatement(text)) {
          statement.setString(1, tenant);
          statement.executeUpdate();
        }
      }
    }
  }
}
