package io.crmkit.persistence.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A server of each kind that the tests leave alive, started with its first use. */
enum Servers {
  H2 {
    @Override
    Server in(Path folder) throws IOException, InterruptedException {
      return H2Server.in(folder);
    }
  },
  POSTGRESQL {
    @Override
    Server in(Path folder) throws IOException, InterruptedException {
      return PostgresServer.in(folder);
    }
  },
  MARIADB {
    @Override
    Server in(Path folder) throws IOException, InterruptedException {
      return MariaServer.in(folder);
    }
  };

  private Server running;

  abstract Server in(Path folder) throws IOException, InterruptedException;

  synchronized Server get() {
    try {
      if (running == null) {
        Path folder = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
        Server started = in(Files.createTempDirectory(folder, name().toLowerCase(Locale.ROOT)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
        running = started;
      }
      return running;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void end(Server server) {
    try {
      server.close();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
