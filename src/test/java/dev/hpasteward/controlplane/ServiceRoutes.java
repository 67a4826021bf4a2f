package dev.hpasteward.controlplane;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What kube-proxy is elsewhere: leads the API server from a Service's address to a program of this
 * machine. An HTTP CONNECT proxy, to be named in the API server's egress selector configuration. On
 * a socket of the file system: the API server panics over a plain one (1.36.3).
 */
public final class ServiceRoutes implements AutoCloseable {

  private static final int BUFFER = 16_384;

  private final Path socket;
  private final ServerSocketChannel server;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();

  private ServiceRoutes(Path socket, ServerSocketChannel server) {
    this.socket = socket;
    this.server = server;
  }

  /**
   * Listens.
   *
   * @param socket a file that does not exist yet, with a name of a hundred characters at most
   */
  public static ServiceRoutes at(Path socket) {
    try {
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      ServiceRoutes routes = new ServiceRoutes(socket, server);
      daemon(routes::accept);
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@code --egress-selector-config-file}. */
  public String configuration() {
    return """
        apiVersion: apiserver.k8s.io/v1beta1
        kind: EgressSelectorConfiguration
        egressSelections:
        - name: cluster
          connection:
            proxyProtocol: HTTPConnect
            transport: {uds: {udsName: "%s"}}
        """
        .formatted(socket);
  }

  /**
   * From now on this address leads to that port of this machine.
   *
   * @param address such as {@code 10.0.1.2:443}
   */
  public void lead(String address, int port) {
    ports.put(address, port);
  }

  /** From now on no address leads anywhere, as those of Services without ready pods. */
  public void clear() {
    ports.clear();
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        daemon(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client) {
      Optional<Integer> port = port(requestLine(client));
      if (port.isEmpty()) {
        say(client, "503 connection refused");
        return;
      }
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port.get());
      try (SocketChannel target = SocketChannel.open(address)) {
        say(client, "200 OK");
        Thread back = daemon(() -> pass(target, client));
        pass(client, target);
        back.join();
      }
    } catch (IOException e) {
      // The connection is closed by now, which is what the API server has to see.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(SocketChannel client, String status) throws IOException {
    client.write(ByteBuffer.wrap(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(US_ASCII)));
  }

  /** {@code CONNECT host:port HTTP/1.1}; the rest of the head says nothing. */
  private static String requestLine(SocketChannel client) throws IOException {
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      if (client.read(one.clear()) < 0) {
        throw new IOException("no request");
      }
      head.append((char) one.get(0));
    }
    return head.substring(0, head.indexOf("\r\n"));
  }

  /** Empty: nobody is there. What is on this machine anyway needs no route. */
  private Optional<Integer> port(String request) {
    String address = request.split(" ", -1)[1];
    return address.startsWith("localhost:")
        ? Optional.of(Integer.valueOf(address.substring(address.indexOf(':') + 1)))
        : Optional.ofNullable(ports.get(address));
  }

  /** Channels, because streams of one connection would wait for each other. */
  private static void pass(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has closed: so does the other.
      close(from);
      close(to);
    }
  }

  private static void close(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "service-routes");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() {
    close(server);
  }
}
