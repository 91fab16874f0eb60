package io.crmkit.examples.pipeline;

import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.exchange.Cell;
import io.crmkit.exchange.CsvImport;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.ImportRow;
import io.crmkit.exchange.Repair;
import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@code accounts.csv}: customers, some of them subsidiaries of others. */
final class AccountRows {
  private final String currency;
  private final Map<String, String> countries = Countries.codes();
  private final Map<String, Customer> imported = new HashMap<>();

  AccountRows(String currency) {
    this.currency = currency;
  }

  /** The customers that are in, by name. */
  Map<String, Customer> imported() {
    return imported;
  }

  ImportReport run(CsvImport file, Workspace space) throws IOException {
    Customers customers = new Customers(space);
    imported.put(
        DemoRules.NO_ACCOUNT, customers.create(c -> c.set(Customer.NAME, DemoRules.NO_ACCOUNT)));
    return file.columns("year_established", "revenue", "employees", "subsidiary_of")
        .repair("sector", "sector written wrongly", Repair.alias(DemoRules.SECTORS))
        .repair("office_location", "country written wrongly", Repair.alias(DemoRules.COUNTRIES))
        .key("account")
        .fills("account", Customer.NAME)
        .fills("sector", Customer.INDUSTRY)
        .fills("year_established", Customer.FOUNDED)
        .fills("employees", Customer.EMPLOYEES)
        .fills("subsidiary_of", Customer.PARENT)
        .run(space, this::row);
  }

  private void row(Workspace work, ImportRow row) {
    Cell<String> name = row.text("account").required();
    Cell<String> sector = row.text("sector");
    Cell<Long> founded = row.integer("year_established");
    Cell<BigDecimal> revenue = row.decimal("revenue");
    Cell<Long> employees = row.integer("employees");
    Cell<String> country = row.oneOf("office_location", countries, "country");
    Cell<Customer> parent = row.oneOf("subsidiary_of", imported, "account").orLater();
    row.check();
    Customer parentOrNull = parent.orNull();
    Customer made =
        new Customers(work)
            .create(
                c ->
                    c.set(Customer.NAME, name.value())
                        .setOrClear(Customer.INDUSTRY, sector.orNull())
                        .setOrClear(Customer.FOUNDED, founded.orNull())
                        .setOrClear(Customer.ANNUAL_REVENUE, revenue(revenue.orNull()))
                        .setOrClear(Customer.EMPLOYEES, employees.orNull())
                        .setOrClear(Customer.ADDRESS, address(country.orNull()))
                        .setOrClear(
                            Customer.PARENT, parentOrNull == null ? null : parentOrNull.ref()));
    row.whenImported(() -> imported.put(name.value(), made));
  }

  private @Nullable Money revenue(@Nullable BigDecimal millions) {
    return millions == null ? null : Money.of(millions, currency).times(DemoRules.REVENUE_UNIT);
  }

  private static @Nullable Address address(@Nullable String country) {
    return country == null ? null : Address.builder().country(country).build();
  }
}
