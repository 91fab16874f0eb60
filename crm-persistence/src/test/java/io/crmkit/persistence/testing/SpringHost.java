package io.crmkit.persistence.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * A host that leaves transactions to Spring, which binds each of them to a thread; so each has its
 * own.
 */
final class SpringHost implements HostStore.Host {
  private final DataSource pool;
  private final PlatformTransactionManager manager;

  SpringHost(DataSource pool) {
    this.pool = pool;
    this.manager = new DataSourceTransactionManager(pool);
  }

  /** A data source whose connections are those of Spring's transactions, where there are any. */
  static DataSource aware(DataSource pool) {
    return new TransactionAwareDataSourceProxy(pool);
  }

  @Override
  public Connection connection() throws SQLException {
    return DataSourceUtils.doGetConnection(pool);
  }

  @Override
  public void release(Connection connection) throws SQLException {
    DataSourceUtils.doReleaseConnection(connection, pool);
  }

  @Override
  public HostStore.Unit begin() {
    return new Unit();
  }

  private final class Unit implements HostStore.Unit {
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread own = new Thread(work, Place.HOST);
              own.setDaemon(true);
              return own;
            });
    private final TransactionStatus status =
        within(() -> manager.getTransaction(new DefaultTransactionDefinition()));
    private boolean ended;

    @Override
    public <T extends @Nullable Object> T within(Supplier<T> work) {
      if (thread.isShutdown()) {
        return work.get();
      }
      try {
        return thread.submit(work::get).get();
      } catch (ExecutionException thrown) {
        if (thrown.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        if (thrown.getCause() instanceof Error failure) {
          throw failure;
        }
        throw new IllegalStateException(thrown.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }

    @Override
    public void commit() throws SQLException {
      try {
        within(
            () -> {
              manager.commit(status);
              return null;
            });
      } catch (TransactionException | DataAccessException failed) {
        throw new SQLException(failed);
      }
    }

    @Override
    public void end() {
      if (!ended) {
        ended = true;
        try {
          if (!status.isCompleted()) {
            within(
                () -> {
                  manager.rollback(status);
                  return null;
                });
          }
        } finally {
          thread.shutdown();
        }
      }
    }
  }
}
