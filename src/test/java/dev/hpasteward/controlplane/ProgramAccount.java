package dev.hpasteward.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ServiceAccount that the manifests give to the program. */
public final class ProgramAccount {

  private ProgramAccount() {}

  /** A kubeconfig of the one in this namespace, which has the rights of that account only. */
  public static Path kubeconfig(ControlPlane controlPlane, String namespace) {
    String token =
        controlPlane
            .kubectl()
            .inNamespace(namespace)
            .run("create", "token", "hpa-steward", "--duration=24h")
            .output()
            .strip();
    try {
      Path file = Files.createTempDirectory("hpa-steward-account-").resolve("kubeconfig");
      Files.copy(controlPlane.kubeconfig(), file);
      Kubectl own = new Kubectl(controlPlane.bin(), file, namespace);
      own.run("config", "set-credentials", "hpa-steward", "--token=" + token).output();
      own.run(
              "config",
              "set-context",
              "--current",
              "--user=hpa-steward",
              "--namespace=" + namespace)
          .output();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
