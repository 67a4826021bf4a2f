package dev.hpasteward.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a port of this machine that a test may cut and mend; it does not look at bytes. */
final class Wire implements AutoCloseable {

  private final ServerSocket server;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Wire(ServerSocket server, int to) {
    this.server = server;
    this.to = to;
  }

  static Wire to(int port) {
    try {
      Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it begins. */
  int port() {
    return server.getLocalPort();
  }

  /** Breaks every connection, and those to come, until it is mended. */
  void cut() {
    cut = true;
    open.forEach(Wire::closeQuietly);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket here = server.accept();
        if (cut) {
          closeQuietly(here);
          continue;
        }
        Socket there = new Socket();
        open.add(here);
        open.add(there);
        there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
        start(() -> carry(here, there));
        start(() -> carry(there, here));
      } catch (IOException e) {
        cutOff(e);
      }
    }
  }

  private void carry(Socket from, Socket into) {
    try {
      from.getInputStream().transferTo(into.getOutputStream());
    } catch (IOException e) {
      cutOff(e);
    } finally {
      closeQuietly(from);
      closeQuietly(into);
      open.remove(from);
      open.remove(into);
    }
  }

  /** Either end may go at any time. */
  private static void cutOff(IOException unused) {}

  private static void closeQuietly(Closeable end) {
    try {
      end.close();
    } catch (IOException e) {
      cutOff(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closeQuietly(server);
    cut();
  }
}
