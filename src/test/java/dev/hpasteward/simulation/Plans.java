package dev.hpasteward.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.load.LoadShape;
import dev.hpasteward.simulation.run.AdmittedAutoscaler;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.simulation.workload.WorkloadModel;
import dev.hpasteward.source.PolicySource;
import dev.hpasteward.synthesis.GeneratedAutoscaler;
import dev.hpasteward.synthesis.ReplicaRange;
import java.time.Duration;

/** Plans of the embedded policy's service types with the HPA that we generate for them. */
public final class Plans {

  public static final Duration TWO_HOURS = Duration.ofHours(2);

  private static final ScalingPolicy EMBEDDED = PolicySource.embedded();

  private Plans() {}

  /** A service type of the embedded policy. */
  public static ServiceTypePolicy type(String name, Encoding encoding) {
    return EMBEDDED.serviceType(name).orElseThrow().encoding(encoding);
  }

  /** The HPA that we generate, as the API server stores it. */
  public static AutoscalerSpec generated(ServiceTypePolicy type) {
    return generated(type, type.replicas().max());
  }

  /** The same with these bounds. */
  public static AutoscalerSpec generated(ServiceTypePolicy type, int max) {
    Workload workload = Workloads.of(type.name());
    GeneratedAutoscaler.Order order =
        new GeneratedAutoscaler.Order(
            "example", workload, type, new ReplicaRange(type.replicas().min(), max, max), true);
    JsonNode object =
        Edits.apply(
            JsonNodeFactory.instance.objectNode(), GeneratedAutoscaler.edits(order, EMBEDDED));
    try {
      return AdmittedAutoscaler.of(AutoscalerReader.read(object, "media", "autoscaling/v2"));
    } catch (MalformedObject e) {
      throw new AssertionError(e);
    }
  }

  /** Two hours of a shape that fits the service's bounds. */
  public static RunPlan of(String name, Encoding encoding, LoadKind kind, long seed) {
    ServiceTypePolicy type = type(name, encoding);
    return of(type, generated(type), kind, seed);
  }

  /** The same with another HPA. */
  public static RunPlan of(
      ServiceTypePolicy type, AutoscalerSpec autoscaler, LoadKind kind, long seed) {
    return of(type, autoscaler, kind, seed, TWO_HOURS);
  }

  /** A day of a shape that fits the service's bounds. */
  public static RunPlan dayOf(String name, Encoding encoding, LoadKind kind, long seed) {
    ServiceTypePolicy type = type(name, encoding);
    return of(type, generated(type), kind, seed, Duration.ofDays(1));
  }

  private static RunPlan of(
      ServiceTypePolicy type,
      AutoscalerSpec autoscaler,
      LoadKind kind,
      long seed,
      Duration duration) {
    WorkloadModel workload = KnownWorkloads.of(type);
    Levels levels = workload.fitting(autoscaler.minReplicas(), autoscaler.maxReplicas());
    LoadShape load = kind.between(levels.low(), levels.high(), duration);
    return new RunPlan(type, autoscaler, workload, load, seed, duration);
  }
}
