package dev.hpasteward.cli;

import dev.hpasteward.certificate.SelfMadeCertificates;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the application with a policy file that a test may rewrite. */
public final class RewrittenPolicy implements QuarkusTestProfile {

  static final String FIRST = text("first", 50, 300);
  static final String SECOND = text("second", 40, 600);
  static final String THIRD = text("third", 30, 900);
  static final String BROKEN = text("Broken", 0, 3601);

  static Path file() {
    return ConfigProvider.getConfig().getValue("hpa-steward.policy", Path.class);
  }

  static String authority() throws IOException {
    Path folder = ConfigProvider.getConfig().getValue("hpa-steward.certificates", Path.class);
    return Files.readString(folder.resolve("ca.crt"));
  }

  static String url() {
    return "https://127.0.0.1:"
        + ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "policy").toAbsolutePath();
      Path file = Files.writeString(folder.resolve("policy.yaml"), FIRST);
      SelfMadeCertificates.write(folder, List.of("127.0.0.1"), Duration.ofHours(1), Instant.now());
      return Map.of(
          "hpa-steward.policy",
          file.toString(),
          "hpa-steward.certificates",
          folder.toString(),
          "hpa-steward.cluster",
          "none",
          // One line for each of thousands of denials.
          "quarkus.log.category.\"dev.hpasteward.admission.WebhookResource\".level",
          "WARN");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two numbers that an autoscaler is refused for. */
  private static String text(String name, int scaleUpAt, int window) {
    return """
        apiVersion: hpa-steward.dev/v1
        kind: ScalingPolicy
        metadata: {name: %s}
        spec:
          serviceTypes:
            livekit-egress:
              resources: {cpu: {scaleUpAt: %d}}
              windows: {scaleDown: {inject: %d, atLeast: %d}}
        """
        .formatted(name, scaleUpAt, window, window);
  }
}
