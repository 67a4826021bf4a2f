package dev.hpasteward.cluster;

import dev.hpasteward.controlplane.Kubectl;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Deployments that are under policy, and their generated HPAs.
 *
 * @param kubectl of their namespace
 * @param size how many
 */
public record LabelledFleet(Kubectl kubectl, int size) {

  /** So many at once: kubectl has to end in time. */
  private static final int PORTION = 100;

  private static final String COLUMNS =
      "{range .items[*]}{.metadata.name} {.metadata.uid} {.spec.scaleTargetRef.name}"
          + " {.spec.maxReplicas} {.metadata.labels.app\\.kubernetes\\.io/managed-by}{\"\\n\"}{end}";

  /**
   * What counts of an HPA.
   *
   * @param uid changes when it is made anew
   * @param target the Deployment that it scales
   * @param maxReplicas its bound
   * @param managedBy a label that the reconciler sets
   */
  public record Generated(String uid, String target, int maxReplicas, String managedBy) {

    /** Whether it is as the embedded policy has it for this Deployment. */
    public boolean right(String deployment) {
      return target.equals(deployment) && maxReplicas == 20 && managedBy.equals("hpa-steward");
    }
  }

  public static String deployment(int number) {
    return "fleet-" + number;
  }

  public static String autoscaler(int number) {
    return deployment(number) + "-hpa-steward";
  }

  /** Creates the Deployments. */
  public void create() {
    for (int first = 0; first < size; first += PORTION) {
      String yaml =
          IntStream.range(first, Math.min(first + PORTION, size))
              .mapToObj(LabelledFleet::yaml)
              .collect(Collectors.joining("---\n"));
      kubectl.runWithInput(yaml, "create", "-f", "-").output();
    }
  }

  private static String yaml(int number) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
          labels: {hpa-steward.dev/service-type: livekit-egress}
        spec:
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec:
              terminationGracePeriodSeconds: 3600
              containers:
              - {name: egress, image: example.com/egress, resources: {requests: {cpu: 1, memory: 1Gi}}}
        """
        .formatted(deployment(number));
  }

  /** All HPAs of the namespace by name. */
  public Map<String, Generated> autoscalers() {
    Map<String, Generated> found = new TreeMap<>();
    kubectl
        .run("get", "hpa", "-o", "jsonpath=" + COLUMNS)
        .output()
        .lines()
        .map(line -> Arrays.asList(line.split(" ", -1)))
        .forEach(
            words ->
                found.put(
                    words.get(0),
                    new Generated(
                        words.get(1), words.get(2), Integer.parseInt(words.get(3)), words.get(4))));
    return found;
  }

  /** Whether each Deployment has exactly one HPA, as the embedded policy has it. */
  public boolean allRight() {
    Map<String, Generated> found = autoscalers();
    return found.size() == size
        && IntStream.range(0, size)
            .allMatch(
                number -> {
                  Generated generated = found.get(autoscaler(number));
                  return generated != null && generated.right(deployment(number));
                });
  }
}
