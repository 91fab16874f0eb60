package io.crmkit.persistence.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.SqlStoreBuilder;
import io.crmkit.persistence.schema.SchemaMode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** How a host and a store come together. */
public enum Wiring {
  /** The store is told where the database is. */
  OWN_POOL,

  /** The store is given the host's pool. */
  HOST_POOL,

  /** The store is given a pool whose connections do not commit by themselves. */
  AUTO_COMMIT_OFF,

  /** The host begins and commits, by JDBC. */
  HOST_TRANSACTION,

  /** The host begins and commits, by Spring. */
  SPRING_TRANSACTION,

  /** The store is given a data source that takes part in Spring's transactions, outside of any. */
  SPRING_DATA_SOURCE,

  /** The tables are called otherwise. */
  TABLE_PREFIX,

  /** The tables are in another schema than the host's. */
  OTHER_SCHEMA,

  /** In a country where the great of i is İ, and figures may have other digits. */
  TURKISH,

  /** In a country whose clock is off by half an hour, and leaps. */
  ODD_TIME_ZONE;

  private static final Locale TURKEY = Locale.forLanguageTag("tr-TR");

  /** True where transactions are the host's, so that the tables must be there before. */
  boolean joins() {
    return this == HOST_TRANSACTION || this == SPRING_TRANSACTION;
  }

  /** True where the pool belongs to the store. */
  boolean pools() {
    return this == OWN_POOL || this == TURKISH || this == ODD_TIME_ZONE;
  }

  /** The pool of the host; null where it has none to give. */
  @Nullable HikariDataSource pool(Place place) {
    return pools() ? null : place.pool(this != AUTO_COMMIT_OFF, joins() ? place.snapshots() : null);
  }

  /** Sets what is the machine's. */
  void travel() {
    if (this == TURKISH) {
      Locale.setDefault(TURKEY);
    } else if (this == ODD_TIME_ZONE) {
      TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("America/St_Johns")));
    }
  }

  /** The store that a host joins needs tables, which this one makes. */
  SqlStore pioneer(Place place, @Nullable HikariDataSource pool) {
    return joins()
        ? SqlStore.builder().dataSource(given(pool)).mode(SchemaMode.UPDATE).build()
        : store(place, pool);
  }

  /** A store that begins and commits itself. */
  SqlStore store(Place place, @Nullable HikariDataSource pool) {
    SqlStoreBuilder builder = SqlStore.builder();
    return switch (this) {
      case OWN_POOL, TURKISH, ODD_TIME_ZONE -> {
        Path file = place.file();
        yield file == null
            ? SqlStore.on(place.url(), place.user(), place.password())
            : SqlStore.open(file);
      }
      case HOST_POOL, AUTO_COMMIT_OFF -> SqlStore.on(given(pool));
      case SPRING_DATA_SOURCE -> SqlStore.on(SpringHost.aware(given(pool)));
      case TABLE_PREFIX -> builder.dataSource(given(pool)).tablePrefix("erp2_").build();
      case OTHER_SCHEMA -> builder.dataSource(given(pool)).schema(place.otherSchema()).build();
      case HOST_TRANSACTION, SPRING_TRANSACTION -> throw new IllegalStateException("joins");
    };
  }

  /** The host whose transactions the store joins. */
  HostStore.Host host(HikariDataSource pool) {
    return this == SPRING_TRANSACTION ? new SpringHost(pool) : new JdbcHost(pool);
  }

  static HikariDataSource given(@Nullable HikariDataSource pool) {
    if (pool == null) {
      throw new IllegalStateException("the host has no pool");
    }
    return pool;
  }
}
