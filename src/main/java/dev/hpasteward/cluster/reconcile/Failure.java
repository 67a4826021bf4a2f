package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.Reason;
import dev.hpasteward.cluster.reconcile.ReconcileMetrics.Outcome;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/**
 * Why a write failed.
 *
 * @param outcome what kind of failure it is
 * @param reason in the words of whoever knew best
 */
record Failure(Outcome outcome, String reason) {

  static Failure of(KubernetesClientException fault) {
    String reason =
        Optional.ofNullable(fault.getStatus())
            .map(status -> status.getMessage())
            .orElseGet(() -> Reason.of(fault));
    if (fault.getCode() == HttpURLConnection.HTTP_CONFLICT) {
      return new Failure(Outcome.CONFLICT, reason);
    }
    return new Failure(fault.getCode() <= 0 ? Outcome.UNREACHABLE : Outcome.REFUSED, reason);
  }
}
