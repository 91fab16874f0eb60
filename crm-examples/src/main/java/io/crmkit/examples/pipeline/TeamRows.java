package io.crmkit.examples.pipeline;

import io.crmkit.exchange.Cell;
import io.crmkit.exchange.CsvImport;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.ImportRow;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Organization;
import io.crmkit.org.User;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code sales_teams.csv}: a seller, with manager and region. Managers become users and
 * regions units where they are named first.
 */
final class TeamRows {
  private final Map<String, User> imported = new HashMap<>();

  /** The sellers that are in, by name. */
  Map<String, User> imported() {
    return imported;
  }

  ImportReport run(CsvImport file, Workspace space) throws IOException {
    return file.columns("manager", "regional_office")
        .key("sales_agent")
        .fills("sales_agent", User.FULL_NAME)
        .run(space, this::row);
  }

  private void row(Workspace work, ImportRow row) {
    Cell<String> name = row.text("sales_agent").required();
    Cell<String> manager = row.text("manager");
    Cell<String> region = row.text("regional_office");
    row.check();
    OrgUnit unit = unit(work, region.orNull());
    User boss = manager.isBlank() ? null : user(work, manager.value(), unit);
    User seller = user(work, name.value(), unit);
    User placed =
        boss == null
            ? seller
            : new Organization(work).update(seller, u -> u.set(User.MANAGER, boss));
    row.whenImported(() -> imported.put(name.value(), placed));
  }

  private static @Nullable OrgUnit unit(Workspace work, @Nullable String region) {
    if (region == null) {
      return null;
    }
    return work.records(OrgUnit.TYPE)
        .where(OrgUnit.NAME.is(region))
        .first()
        .orElseGet(() -> work.records(OrgUnit.TYPE).create(u -> u.set(OrgUnit.NAME, region)));
  }

  private static User user(Workspace work, String name, @Nullable OrgUnit unit) {
    String username = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", ".");
    return new Organization(work)
        .where(User.USERNAME.is(username))
        .first()
        .orElseGet(
            () ->
                new Organization(work)
                    .create(
                        u ->
                            u.set(User.USERNAME, username)
                                .set(User.FULL_NAME, name)
                                .setOrClear(User.UNIT, unit == null ? null : unit.ref())));
  }
}
