package io.crmkit.persistence.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a server, and cuts their connection where it is told to. */
final class CutProxy implements AutoCloseable {
  /** Where to cut a connection whose client sends a certain text. */
  enum Cut {
    /** Before the server hears of it. */
    BEFORE,
    /** The server hears what stands before the text, and no more. */
    WITHIN,
    /** The server has answered, and the client does not hear it. */
    BEHIND,
    /** The server hears of it once {@link #release} is called; the client waits, or goes. */
    LATE
  }

  private record Rule(Cut cut, String text) {}

  private final ServerSocket entrance;
  private final int target;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch late = new CountDownLatch(1);
  private volatile @Nullable Rule rule;

  CutProxy(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run("entrance", this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Cuts once, at the next request that holds a text. */
  void cut(Cut how, String text) {
    rule = new Rule(how, text);
  }

  /** True where a cut was asked for and has not been made. */
  boolean waits() {
    return rule != null;
  }

  /** Cuts every connection, now. */
  void cutAll() {
    lines.forEach(Line::cut);
  }

  /** Lets through what is late, and waits until the server has answered it. */
  void release() throws InterruptedException {
    released.countDown();
    if (!late.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server does not answer what came late");
    }
  }

  private static void run(String name, Runnable work) {
    Thread thread = new Thread(work, "proxy " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        try {
          lines.add(new Line(client, new Socket(InetAddress.getLoopbackAddress(), target)));
        } catch (IOException nobodyThere) {
          client.close();
        }
      }
    } catch (IOException closed) {
      // the end
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cutAll();
  }

  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean deaf;
    private volatile boolean holding;

    Line(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      run("up", this::up);
      run("down", this::down);
    }

    private void up() {
      byte[] buffer = new byte[1 << 20];
      try {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
          String text = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
          Rule now = rule;
          int at = now == null ? -1 : text.indexOf(now.text());
          if (now == null || at < 0) {
            out.write(buffer, 0, size);
            continue;
          }
          rule = null;
          switch (now.cut()) {
            case BEFORE -> {
              return;
            }
            case WITHIN -> {
              out.write(buffer, 0, at);
              return;
            }
            case BEHIND -> {
              deaf = true;
              out.write(buffer, 0, size);
            }
            case LATE -> {
              holding = true;
              deaf = true;
              released.await();
              out.write(buffer, 0, size);
            }
          }
        }
      } catch (IOException | InterruptedException broken) {
        // the line ends
      } finally {
        if (!holding) {
          cut();
        }
      }
    }

    private void down() {
      byte[] buffer = new byte[1 << 16];
      try {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
          if (deaf) {
            return;
          }
          out.write(buffer, 0, size);
        }
      } catch (IOException broken) {
        // the line ends
      } finally {
        cut();
        if (holding) {
          late.countDown();
        }
      }
    }

    void cut() {
      lines.remove(this);
      abort(client);
      abort(server);
    }

    /** Without a word, as where a machine falls over. */
    private static void abort(Socket socket) {
      try (socket) {
        socket.setSoLinger(true, 0);
      } catch (IOException gone) {
        // closed already
      }
    }
  }
}
