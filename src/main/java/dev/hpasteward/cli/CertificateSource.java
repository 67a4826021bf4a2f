package dev.hpasteward.cli;

import dev.hpasteward.certificate.PairFiles;
import dev.hpasteward.certificate.PairSource;
import dev.hpasteward.cluster.certificate.SecretPairs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the webhook its certificate: the Secret that the leader keeps if one is named, or files.
 */
@Singleton
class CertificateSource {

  @Produces
  @Singleton
  PairSource source(
      SecretPairs secret,
      @ConfigProperty(
              name = "hpa-steward.certificates",
              defaultValue = "/etc/hpa-steward/certificates")
          Path folder) {
    return secret.wanted() ? secret : new PairFiles(folder);
  }
}
