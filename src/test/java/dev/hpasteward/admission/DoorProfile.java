package dev.hpasteward.admission;

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
import java.util.Set;

/** Starts the application with a certificate, without a cluster, and with scripted answers. */
public final class DoorProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "door").toAbsolutePath();
      String authority =
          SelfMadeCertificates.write(
              folder, List.of("localhost", "127.0.0.1"), Duration.ofHours(1), Instant.now());
      return Map.of(
          "hpa-steward.certificates",
          folder.toString(),
          "hpa-steward.cluster",
          "none",
          HttpDoor.AUTHORITY,
          authority);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(ScriptedTargets.class, ScriptedFeatures.class, ScriptedView.class);
  }
}
