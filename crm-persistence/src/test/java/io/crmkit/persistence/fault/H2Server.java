package io.crmkit.persistence.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** H2 as a server, which writes every commit to its file at once. */
final class H2Server extends Server {
  private H2Server(Path folder) {
    super(folder);
  }

  /** A server on new data in a folder, started. */
  static H2Server in(Path folder) throws IOException, InterruptedException {
    H2Server server = new H2Server(folder);
    server.start();
    return server;
  }

  @Override
  List<String> command() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String jar =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(entry -> entry.matches(".*[/\\\\]h2-[0-9.]+\\.jar"))
            .findFirst()
            .orElse(path);
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-cp",
        jar,
        "org.h2.tools.Server",
        "-tcp",
        "-tcpPort",
        String.valueOf(port()),
        "-ifNotExists",
        "-baseDir",
        folder().toString());
  }

  @Override
  String url(int throughPort) {
    return "jdbc:h2:tcp://127.0.0.1:" + throughPort + "/./crm;WRITE_DELAY=0";
  }

  @Override
  String user() {
    return "sa";
  }

  @Override
  String patience(int seconds) {
    return "set lock_timeout " + seconds * 1000;
  }
}
