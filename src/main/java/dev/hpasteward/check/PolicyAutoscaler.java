package dev.hpasteward.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.synthesis.GeneratedAutoscaler;
import dev.hpasteward.synthesis.GeneratedName;
import dev.hpasteward.synthesis.ReplicaRange;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The HPA that a policy asks for, for a Deployment of a service type that is nowhere. */
public final class PolicyAutoscaler {

  private static final String NAMESPACE = "default";

  private PolicyAutoscaler() {}

  /** The HPA that would be generated, with the policy's own bounds. */
  public static Autoscaler of(
      ServiceTypePolicy type, ScalingPolicy policy, KubernetesVersion version) {
    Workload workload =
        new Workload(
            new Metadata(NAMESPACE, type.name(), Map.of(), Map.of()),
            OptionalInt.empty(),
            false,
            new PodTemplate(Map.of(), List.of(), Set.of(), OptionalInt.empty()));
    GeneratedAutoscaler.Order order =
        new GeneratedAutoscaler.Order(
            GeneratedName.of(type.name()),
            workload,
            type,
            ReplicaRange.of(workload, type.replicas(), false),
            version.keepsTolerances());
    try {
      return AutoscalerReader.read(
          Edits.apply(
              JsonNodeFactory.instance.objectNode(), GeneratedAutoscaler.edits(order, policy)),
          NAMESPACE,
          "autoscaling/v2");
    } catch (MalformedObject e) {
      throw new IllegalStateException("a generated HPA can't be read", e);
    }
  }
}
