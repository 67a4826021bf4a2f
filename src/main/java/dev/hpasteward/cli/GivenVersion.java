package dev.hpasteward.cli;

import dev.hpasteward.check.KubernetesVersion;
import org.jspecify.annotations.Nullable;

/** The version of Kubernetes that a person named, or none. */
final class GivenVersion {

  private GivenVersion() {}

  static KubernetesVersion orCurrent(@Nullable String written) {
    return written == null
        ? KubernetesVersion.CURRENT
        : KubernetesVersion.parse(written)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        "--kube-version: %s is no version; write such as 1.35".formatted(written)));
  }
}
