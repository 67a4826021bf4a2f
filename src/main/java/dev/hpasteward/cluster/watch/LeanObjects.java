package dev.hpasteward.cluster.watch;

import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import java.util.HashMap;
import java.util.Map;

/**
 * Objects that take less memory: without the annotations that nobody here reads, since tools keep
 * whole manifests in them, up to 256 KiB an object; and with what is the same in many objects held
 * once: short words, names and uids that point from one object to another, the metrics and
 * behaviors of HPAs, the containers of pod templates. Short annotations and ours stay.
 */
final class LeanObjects {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** In characters; a metrics path or a tracking id is well below. */
  private static final int LONGEST = 512;

  /** In characters; what is longer is hardly ever the same twice. */
  private static final int LONGEST_WORD = 32;

  private static final SharedValues VALUES = new SharedValues();

  private LeanObjects() {}

  static ObjectKey of(ObjectKey key) {
    return new ObjectKey(key.namespace().intern(), key.name().intern());
  }

  static Workload of(Workload workload) {
    PodTemplate template = workload.template();
    return new Workload(
        of(workload.metadata()),
        workload.replicas(),
        workload.replicasDeclared(),
        new PodTemplate(
            lean(template.annotations()),
            VALUES.shared(template.containers()),
            VALUES.shared(template.requests()),
            template.gracePeriodSeconds()));
  }

  static Autoscaler of(Autoscaler autoscaler) {
    TargetReference target = autoscaler.target();
    Metadata metadata = of(autoscaler.metadata());
    return new Autoscaler(
        new Metadata(
            metadata.namespace(),
            metadata.name(),
            VALUES.shared(metadata.labels()),
            VALUES.shared(metadata.annotations()),
            metadata.uid(),
            metadata.created(),
            metadata.owners()),
        autoscaler.writtenAs(),
        new TargetReference(
            shared(target.apiVersion()), shared(target.kind()), target.name().intern()),
        autoscaler.minReplicas(),
        autoscaler.maxReplicas(),
        VALUES.shared(autoscaler.metrics()),
        VALUES.shared(autoscaler.scaleUp()),
        VALUES.shared(autoscaler.scaleDown()),
        autoscaler.appliedBySteward());
  }

  private static Metadata of(Metadata metadata) {
    return new Metadata(
        metadata.namespace().intern(),
        metadata.name().intern(),
        lean(metadata.labels()),
        lean(metadata.annotations()),
        metadata.uid().map(String::intern),
        metadata.created(),
        metadata.owners().stream().map(LeanObjects::of).toList());
  }

  private static OwnerReference of(OwnerReference owner) {
    return new OwnerReference(
        shared(owner.apiVersion()),
        shared(owner.kind()),
        owner.name().intern(),
        owner.uid().intern());
  }

  private static Map<String, String> lean(Map<String, String> annotations) {
    Map<String, String> lean = new HashMap<>();
    annotations.forEach(
        (key, value) -> {
          boolean small = value.length() <= LONGEST && !key.equals(LAST_APPLIED);
          if (small || key.startsWith(StewardKeys.PREFIX)) {
            lean.put(shared(key), shared(value));
          }
        });
    return lean;
  }

  /** The JVM's own table lets go of what is no longer used. */
  private static String shared(String word) {
    return word.length() <= LONGEST_WORD ? word.intern() : word;
  }
}
