package dev.hpasteward.cluster.watch;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import java.util.HashMap;
import java.util.Map;

/**
 * Objects that take less memory: without the annotations that nobody here reads, since tools keep
 * whole manifests in them, up to 256 KiB an object; and with short words that are the same in
 * thousands of objects held once. Short annotations and ours stay.
 */
final class LeanObjects {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** In characters; a metrics path or a tracking id is well below. */
  private static final int LONGEST = 512;

  /** In characters; what is longer is hardly ever the same twice. */
  private static final int LONGEST_WORD = 32;

  private LeanObjects() {}

  static Workload of(Workload workload) {
    PodTemplate template = workload.template();
    return new Workload(
        of(workload.metadata()),
        workload.replicas(),
        workload.replicasDeclared(),
        new PodTemplate(
            lean(template.annotations()),
            template.containers(),
            template.requests(),
            template.gracePeriodSeconds()));
  }

  static Autoscaler of(Autoscaler autoscaler) {
    TargetReference target = autoscaler.target();
    return new Autoscaler(
        of(autoscaler.metadata()),
        autoscaler.writtenAs(),
        new TargetReference(shared(target.apiVersion()), shared(target.kind()), target.name()),
        autoscaler.minReplicas(),
        autoscaler.maxReplicas(),
        autoscaler.metrics(),
        autoscaler.scaleUp(),
        autoscaler.scaleDown());
  }

  private static Metadata of(Metadata metadata) {
    return new Metadata(
        shared(metadata.namespace()),
        metadata.name(),
        lean(metadata.labels()),
        lean(metadata.annotations()),
        metadata.uid(),
        metadata.created(),
        metadata.owners());
  }

  private static Map<String, String> lean(Map<String, String> annotations) {
    Map<String, String> lean = new HashMap<>();
    annotations.forEach(
        (key, value) -> {
          boolean small = value.length() <= LONGEST && !key.equals(LAST_APPLIED);
          if (small || key.startsWith(StewardKeys.PREFIX)) {
            lean.put(key, shared(value));
          }
        });
    return lean;
  }

  /** The JVM's own table lets go of what is no longer used. */
  private static String shared(String word) {
    return word.length() <= LONGEST_WORD ? word.intern() : word;
  }
}
