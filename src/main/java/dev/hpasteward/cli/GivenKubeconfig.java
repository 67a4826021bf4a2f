package dev.hpasteward.cli;

import dev.hpasteward.cluster.KubeconfigFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that {@code --kubeconfig} names. */
final class GivenKubeconfig {

  private GivenKubeconfig() {}

  /**
   * Checks it: the client would go on without a cluster.
   *
   * @throws UnusableInput if it can't be read or is no kubeconfig
   */
  static void check(Path file) {
    if (!Files.isReadable(file)) {
      throw new UnusableInput("--kubeconfig: " + file + " is not a readable file");
    }
    KubeconfigFile.problem(file)
        .ifPresent(
            problem -> {
              throw new UnusableInput(
                  "--kubeconfig: %s is no kubeconfig: %s".formatted(file, problem));
            });
  }
}
