package dev.hpasteward.cli;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicySource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The policy that a person named, or none. */
final class GivenPolicy {

  private GivenPolicy() {}

  static ScalingPolicy orEmbedded(@Nullable Path file) {
    return file == null ? PolicySource.embedded() : PolicyFile.read(file);
  }
}
