package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/** An HPA with a tolerance, to be sent as a dry run: what comes back says whether it is kept. */
public final class ToleranceProbe {

  /**
   * Where it is posted to; nothing is stored. In {@code kube-system}, which our webhooks are not
   * asked about: elsewhere the first pod of an installation would wait for a review that nobody
   * gives before it is ready.
   */
  public static final String PATH =
      "/apis/autoscaling/v2/namespaces/kube-system/horizontalpodautoscalers?dryRun=All";

  /** The HPA as JSON. It has no label of ours and targets nothing, so nobody judges it. */
  public static final String OBJECT =
      """
      {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
       "metadata": {"name": "hpa-steward-probe"},
       "spec": {
         "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "hpa-steward-probe"},
         "maxReplicas": 1,
         "behavior": {"scaleUp": {"tolerance": "0"}}}}
      """;

  private ToleranceProbe() {}

  /** Whether the HPA that the API server sent back still has it. */
  public static boolean kept(JsonNode stored) {
    return stored.at("/spec/behavior/scaleUp").has("tolerance");
  }
}
