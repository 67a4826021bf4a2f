package dev.hpasteward.cli;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.PolicySource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A policy that somebody named on the command line. */
final class PolicyFile {

  private PolicyFile() {}

  /**
   * Reads it.
   *
   * @throws UnusableInput with every mistake in it
   */
  static ScalingPolicy read(Path file) {
    return PolicySource.read(file)
        .fold(
            policy -> policy,
            mistakes -> {
              throw new UnusableInput(text(file, mistakes));
            });
  }

  private static String text(Path file, List<Mistake> mistakes) {
    return mistakes.stream()
        .map(Mistake::toString)
        .collect(
            Collectors.joining(
                "\n", "", "\n%s is no usable policy: %d to mend".formatted(file, mistakes.size())));
  }
}
