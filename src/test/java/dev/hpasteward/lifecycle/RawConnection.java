package dev.hpasteward.lifecycle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A TLS connection to the webhook, byte by byte. */
final class RawConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SSLSocket socket;
  private final InputStream input;

  private RawConnection(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * What came back.
   *
   * @param headers by name in small letters
   */
  record Answer(int status, Map<String, String> headers, String body) {

    /** Whether the client is asked to connect anew. */
    boolean closes() {
      return "close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
    }
  }

  /** Connects; the handshake is done. */
  static RawConnection to(String url, SSLContext trusting) throws IOException {
    return of(url, trusting, new Socket());
  }

  /** Connects from another address of this machine, such as 127.0.0.2. */
  static RawConnection from(String own, String url, SSLContext trusting) throws IOException {
    Socket plain = new Socket();
    plain.bind(new InetSocketAddress(own, 0));
    return of(url, trusting, plain);
  }

  private static RawConnection of(String url, SSLContext trusting, Socket plain)
      throws IOException {
    URI address = URI.create(url);
    plain.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    SSLSocket socket =
        (SSLSocket)
            trusting
                .getSocketFactory()
                .createSocket(plain, address.getHost(), address.getPort(), true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.setTcpNoDelay(true);
    socket.startHandshake();
    return new RawConnection(socket);
  }

  /** Sends a whole review and reads the answer. */
  Answer review(byte[] review) throws IOException {
    send(head(review.length));
    send(review);
    return answer();
  }

  /** The head of a request to {@code /validate} whose body has this many bytes. */
  static String head(int length) {
    return head("Content-Length: " + length);
  }

  /** The same with this header in place of a length. */
  static String head(String header) {
    return "POST /validate HTTP/1.1\r\nHost: webhook\r\nContent-Type: application/json\r\n"
        + header
        + "\r\n\r\n";
  }

  void send(String text) throws IOException {
    send(text.getBytes(ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** One chunk of a body that does not say how long it is. */
  void sendChunk(byte[] chunk) throws IOException {
    send(Integer.toHexString(chunk.length).toUpperCase(Locale.ROOT) + "\r\n");
    send(chunk);
    send("\r\n");
  }

  /** Whether something comes back within a tenth of a second. */
  boolean hasAnswer() throws IOException {
    socket.setSoTimeout(100);
    input.mark(1);
    try {
      return input.read() >= 0;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      input.reset();
      socket.setSoTimeout((int) PATIENCE.toMillis());
    }
  }

  /**
   * Reads an answer.
   *
   * @throws EOFException if the connection was closed instead
   */
  Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(":", 2);
      headers.merge(
          parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (one, other) -> one + ", " + other);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Answer(status, headers, new String(input.readNBytes(length), ISO_8859_1));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("closed after: " + line.toString(ISO_8859_1));
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  /** Waits until the other side has closed, and reads nothing before that. */
  boolean isClosed() throws IOException {
    return input.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
