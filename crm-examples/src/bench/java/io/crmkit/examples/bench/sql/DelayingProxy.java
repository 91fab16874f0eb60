package io.crmkit.examples.bench.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a server that takes time: half of the latency there, half of it back. Whatever arrives
 * together goes on together.
 */
final class DelayingProxy implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ServerSocket door;
  private final int target;
  private final long halfNanos;
  private final AtomicLong trips = new AtomicLong();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  DelayingProxy(int target, double latencyMillis) {
    this.target = target;
    this.halfNanos = Math.round(latencyMillis * 1_000_000 / 2);
    try {
      door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    start("proxy", this::accept);
  }

  /** How often something has set out for the server. */
  long trips() {
    return trips.get();
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = opened(door.accept());
        Socket far = opened(new Socket(InetAddress.getLoopbackAddress(), target));
        start("proxy there", () -> pass(near, far, 1));
        start("proxy back", () -> pass(far, near, 0));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private Socket opened(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  private void pass(Socket from, Socket to, int trip) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        trips.addAndGet(trip);
        waitUntil(System.nanoTime() + halfNanos);
        out.write(buffer, 0, read);
      }
    } catch (IOException gone) {
      // both ends are closed with it
    }
  }

  private static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
