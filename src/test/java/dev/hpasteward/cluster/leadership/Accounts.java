package dev.hpasteward.cluster.leadership;

import dev.hpasteward.cluster.OwnApiServer;
import dev.hpasteward.controlplane.Kubectl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands out ServiceAccounts of the namespace default, so that an audit log tells who was it. */
final class Accounts {

  /** How the API server calls all of them. */
  static final String USERS = "system:serviceaccount:default:candidate-";

  private static final String NAMESPACE = "default";

  private final OwnApiServer apiServer;
  private int count;

  Accounts(OwnApiServer apiServer) {
    this.apiServer = apiServer;
  }

  /** A kubeconfig of one that may do everything. */
  Path next() {
    count++;
    String name = "candidate-" + count;
    Kubectl admin = apiServer.kubectl(apiServer.kubeconfig(), NAMESPACE);
    admin.run("create", "serviceaccount", name).output();
    admin
        .run(
            "create",
            "clusterrolebinding",
            name,
            "--clusterrole=cluster-admin",
            "--serviceaccount=" + NAMESPACE + ":" + name)
        .output();
    String token = admin.run("create", "token", name, "--duration=24h").output().strip();
    try {
      Path file = Files.createTempDirectory("hpa-steward-candidate-").resolve("kubeconfig");
      Files.copy(apiServer.kubeconfig(), file);
      Kubectl own = apiServer.kubectl(file, NAMESPACE);
      own.run("config", "set-credentials", name, "--token=" + token).output();
      own.run("config", "set-context", "--current", "--user=" + name, "--namespace=" + NAMESPACE)
          .output();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
