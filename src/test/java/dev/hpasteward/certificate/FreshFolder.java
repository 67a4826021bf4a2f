package dev.hpasteward.certificate;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the application with an empty folder for its certificate. */
public class FreshFolder implements QuarkusTestProfile {

  /** The folder of the application that runs now. */
  static Path folder() {
    return ConfigProvider.getConfig().getValue("hpa-steward.certificates", Path.class);
  }

  /** The port of the webhook of the application that runs now. */
  static int port() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "certificate").toAbsolutePath();
      return Map.of("hpa-steward.certificates", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not shared with the profiles that extend this one: each starts without a certificate. */
  public static final class BeforeTheFirst extends FreshFolder {}
}
