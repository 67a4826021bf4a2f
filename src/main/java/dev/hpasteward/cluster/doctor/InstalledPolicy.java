package dev.hpasteward.cluster.doctor;

import dev.hpasteward.policy.ScalingPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policy that the installed program goes by.
 *
 * @param policy the policy; the embedded one if there is no other that can be used
 * @param doubt why it is the embedded one, if it is
 */
public record InstalledPolicy(ScalingPolicy policy, Optional<String> doubt) {

  /**
   * Reads it.
   *
   * @param namespace where the program is installed
   */
  public static InstalledPolicy read(KubernetesClient client, String namespace) {
    ApiServer server = new ApiServer(client);
    Installation installation = new Installation(namespace, namespace, Installation.NAME);
    Answer deployment =
        server.get(installation.inGroup("apps/v1", "deployments/" + Installation.NAME));
    PolicyCheck check =
        new PolicyInCluster(server, installation).check(deployment.body(), Optional.empty());
    String doubt =
        check.diagnoses().stream()
            .filter(diagnosis -> diagnosis.verdict() != Verdict.OK)
            .map(Diagnosis::found)
            .collect(Collectors.joining("; "));
    return new InstalledPolicy(
        check.policy(), doubt.isEmpty() ? Optional.empty() : Optional.of(doubt));
  }
}
