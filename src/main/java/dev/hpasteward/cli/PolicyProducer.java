package dev.hpasteward.cli;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicySource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the webhook its policy: the file that it was told, else the embedded strategy. */
@Singleton
class PolicyProducer {

  @Produces
  @Singleton
  ScalingPolicy policy(@ConfigProperty(name = "hpa-steward.policy") Optional<String> file) {
    return file.map(Path::of).map(PolicyFile::read).orElseGet(PolicySource::embedded);
  }
}
