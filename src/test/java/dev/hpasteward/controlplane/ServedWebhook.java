package dev.hpasteward.controlplane;

import dev.hpasteward.certificate.SelfMadeCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The packaged program as {@code serve}, on ports that happened to be free, with a certificate of
 * its own.
 *
 * @param program the process
 * @param url where the webhook is
 * @param managementPort where health and metrics are, plain HTTP on loopback
 * @param authority the certificate authority to trust, as PEM
 */
public record ServedWebhook(
    ProgramProcess program, String url, int managementPort, String authority) {

  private static final Pattern PORTS =
      Pattern.compile(".*serving https on port (\\d+), health and metrics on port (\\d+);.*");

  /** Starts it with these options besides ports and certificate, and waits until it serves. */
  public static ServedWebhook start(String... options) {
    try {
      Path certificates = Files.createTempDirectory("hpa-steward-test-");
      String authority =
          SelfMadeCertificates.write(
              certificates, List.of("127.0.0.1"), Duration.ofDays(1), Instant.now());
      ProgramProcess program =
          ProgramProcess.start(
              Stream.concat(
                      Stream.of(
                          "serve",
                          "--port=0",
                          "--management-port=0",
                          "--host=127.0.0.1",
                          "--certificates=" + certificates),
                      Stream.of(options))
                  .toArray(String[]::new));
      return of(program, authority);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it is ready: before it has seen the cluster it denies nothing. */
  public ServedWebhook awaitReady() {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(IOException.class)
        .until(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200);
    return this;
  }

  /** What a program says about its ports, once it serves. */
  public static ServedWebhook of(ProgramProcess program, String authority) {
    Matcher ports = PORTS.matcher(program.awaitLine(line -> PORTS.matcher(line).matches()));
    if (!ports.matches()) {
      throw new AssertionError("no ports in: " + program.output());
    }
    return new ServedWebhook(
        program,
        "https://127.0.0.1:" + ports.group(1),
        Integer.parseInt(ports.group(2)),
        authority);
  }
}
