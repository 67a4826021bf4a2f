package dev.hpasteward.lifecycle;

import dev.hpasteward.controlplane.ServedWebhook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What a Service does for pods: new TCP connections go in turn to the programs that are ready, and
 * old ones stay where they are.
 */
final class Forwarder implements AutoCloseable {

  private static final int POLL_MILLIS = 150;
  private static final int SIDES = 2;

  private final ServerSocket server;
  private final List<ServedWebhook> members = new CopyOnWriteArrayList<>();
  private final Set<ServedWebhook> ready = new CopyOnWriteArraySet<>();
  private final HttpClient probe = HttpClient.newHttpClient();
  private int turn;

  Forwarder() {
    try {
      this.server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** Where the programs are reached. */
  String url() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  /** Each is followed by a thread of its own: one that is slow to answer hides no other's end. */
  void add(ServedWebhook webhook) {
    members.add(webhook);
    daemon(() -> follow(webhook));
  }

  void forget(ServedWebhook webhook) {
    members.remove(webhook);
  }

  /** In the order in which they were added. */
  List<ServedWebhook> ready() {
    return members.stream().filter(ready::contains).toList();
  }

  private void follow(ServedWebhook webhook) {
    while (!server.isClosed() && members.contains(webhook)) {
      if (isReady(webhook)) {
        ready.add(webhook);
      } else {
        ready.remove(webhook);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }

  private boolean isReady(ServedWebhook webhook) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + webhook.managementPort() + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return probe.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (HttpTimeoutException e) {
      // As a kubelet does: one that is slow to say so stays what it was.
      return ready.contains(webhook);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        List<ServedWebhook> now = ready();
        if (now.isEmpty()) {
          client.close();
          continue;
        }
        turn++;
        join(client, URI.create(now.get(turn % now.size()).url()));
      } catch (IOException e) {
        // This is closed.
      }
    }
  }

  /** A program that nobody listens at is, to the client, a closed connection. */
  private static void join(Socket client, URI to) throws IOException {
    Socket program;
    try {
      program = new Socket(to.getHost(), to.getPort());
    } catch (IOException e) {
      client.close();
      return;
    }
    client.setTcpNoDelay(true);
    program.setTcpNoDelay(true);
    AtomicInteger open = new AtomicInteger(SIDES);
    daemon(() -> copy(client, program, open));
    daemon(() -> copy(program, client, open));
  }

  /** Passes on everything, then the end of it; both are closed once both have ended. */
  private static void copy(Socket from, Socket to, AtomicInteger open) {
    try {
      InputStream input = from.getInputStream();
      byte[] buffer = new byte[16_384];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        to.getOutputStream().write(buffer, 0, count);
      }
      to.shutdownOutput();
      if (open.decrementAndGet() > 0) {
        return;
      }
    } catch (IOException e) {
      // One side was cut off, and so is the other.
    }
    close(from);
    close(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
