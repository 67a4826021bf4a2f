package dev.hpasteward.controlplane;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
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

  /**
   * Starts it with these options besides ports and certificate, and waits until it serves. It only
   * answers reviews: other tests' objects are none of its business.
   */
  public static ServedWebhook start(String... options) {
    return startReconciling(
        Stream.concat(Stream.of("--webhook-only"), Stream.of(options)).toArray(String[]::new));
  }

  /** The same with these environment variables, which may hold settings. */
  public static ServedWebhook startWith(Map<String, String> environment, String... options) {
    return start(
        ServedCertificate.make(),
        environment,
        Stream.concat(Stream.of("--webhook-only"), Stream.of(options)).toArray(String[]::new));
  }

  /** The same, with all that the program does in a cluster. */
  public static ServedWebhook startReconciling(String... options) {
    return start(ServedCertificate.make(), Map.of(), options);
  }

  /** The same as the image starts it, in its memory. */
  public static ServedWebhook startAsInImage(String... options) {
    ServedCertificate certificate = ServedCertificate.make();
    return of(
        ProgramProcess.startAsInImage(Redirect.PIPE, arguments(certificate, options)),
        certificate.authority());
  }

  /** The same with a certificate that others serve too. */
  public static ServedWebhook start(
      ServedCertificate certificate, Map<String, String> environment, String... options) {
    return of(
        ProgramProcess.startWith(environment, Redirect.PIPE, arguments(certificate, options)),
        certificate.authority());
  }

  private static String[] arguments(ServedCertificate certificate, String... options) {
    return Stream.concat(
            Stream.of(
                "serve",
                "--port=0",
                "--management-port=0",
                "--host=127.0.0.1",
                "--certificates=" + certificate.folder()),
            Stream.of(options))
        .toArray(String[]::new);
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
        .ignoreExceptionsInstanceOf(IOException.class)
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
