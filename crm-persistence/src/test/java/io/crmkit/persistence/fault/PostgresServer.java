package io.crmkit.persistence.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, with fsync on. */
final class PostgresServer extends Server {
  private final Path programs;

  private PostgresServer(Path folder, Path programs) {
    super(folder);
    this.programs = programs;
  }

  /** A server on new data in a folder, started. */
  static PostgresServer in(Path folder) throws IOException, InterruptedException {
    Path unpacked = Path.of("target", "postgresql").toAbsolutePath();
    EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(unpacked.toFile())
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .start()
        .close();
    try (Stream<Path> files = Files.walk(unpacked, 3)) {
      Path program = files.filter(file -> file.endsWith("bin/postgres")).findFirst().orElseThrow();
      PostgresServer server = new PostgresServer(folder, program);
      server.start();
      return server;
    }
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // it refuses to run as root
    }
    command.addAll(
        List.of(
            programs.toString(),
            "-D",
            folder().resolve("data").toString(),
            "-p",
            String.valueOf(port()),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on",
            "-c",
            "timezone=UTC",
            "-c",
            "shared_buffers=32MB",
            "-c",
            "max_connections=50"));
    return command;
  }

  @Override
  String url(int throughPort) {
    return "jdbc:postgresql://127.0.0.1:" + throughPort + "/postgres";
  }

  @Override
  String user() {
    return "postgres";
  }

  @Override
  String patience(int seconds) {
    return "set lock_timeout='" + seconds + "s'";
  }
}
