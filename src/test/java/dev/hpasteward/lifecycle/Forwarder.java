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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a Service does for pods: new TCP connections go in turn to the programs that are ready, and
 * old ones stay where they are.
 */
final class Forwarder implements AutoCloseable {

  private static final int POLL_MILLIS = 150;

  private final ServerSocket server;
  private final List<ServedWebhook> members = new CopyOnWriteArrayList<>();
  private volatile List<ServedWebhook> ready = List.of();
  private final HttpClient probe = HttpClient.newHttpClient();
  private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();
  private int turn;

  Forwarder() {
    try {
      this.server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ScheduledFuture<?> unused =
        poller.scheduleWithFixedDelay(this::look, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    daemon(this::accept);
  }

  /** Where the programs are reached. */
  String url() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  void add(ServedWebhook webhook) {
    members.add(webhook);
  }

  void forget(ServedWebhook webhook) {
    members.remove(webhook);
  }

  List<ServedWebhook> ready() {
    return ready;
  }

  private void look() {
    ready = members.stream().filter(this::isReady).toList();
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
        List<ServedWebhook> now = ready;
        if (now.isEmpty()) {
          client.close();
          continue;
        }
        turn++;
        URI to = URI.create(now.get(turn % now.size()).url());
        Socket program = new Socket(to.getHost(), to.getPort());
        client.setTcpNoDelay(true);
        program.setTcpNoDelay(true);
        daemon(() -> copy(client, program));
        daemon(() -> copy(program, client));
      } catch (IOException e) {
        // Nobody listens there, or this is closed: the client sees a closed connection.
      }
    }
  }

  /** Passes on everything, then the end. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      byte[] buffer = new byte[16_384];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        to.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException e) {
      // One side has gone; both are closed.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    poller.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
