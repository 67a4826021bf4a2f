package dev.hpasteward.controlplane;

import dev.hpasteward.certificate.SelfMadeCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate for 127.0.0.1 and whom to trust for it.
 *
 * @param folder with {@code tls.crt} and {@code tls.key}
 * @param authority the certificate authority, as PEM
 */
public record ServedCertificate(Path folder, String authority) {

  /** A new one, good for a day. */
  public static ServedCertificate make() {
    try {
      Path folder = Files.createTempDirectory("hpa-steward-test-");
      return new ServedCertificate(
          folder,
          SelfMadeCertificates.write(
              folder, List.of("127.0.0.1"), Duration.ofDays(1), Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
