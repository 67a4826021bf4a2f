package dev.hpasteward.simulation.workload;

import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.time.Duration;

/**
 * Models of the strategy's service types. Neither the strategy nor LiveKit publishes such figures
 * for pods of a certain size, so all but the shape of each (one recording a worker, many calls,
 * hundreds of participants, about ten agent sessions) is an assumption: measure your own and put
 * them in their place.
 */
public final class KnownWorkloads {

  private static final long CORE = 1000;
  private static final long GIBIBYTE = 1000L * 1024 * 1024 * 1024;

  private KnownWorkloads() {}

  /**
   * The model of a service type, with the policy's grace period; one that has no model of its own
   * is taken for something that answers calls.
   */
  public static WorkloadModel of(ServiceTypePolicy type) {
    Duration grace =
        Duration.ofSeconds(
            type.gracePeriodAtLeast().orElse(PodTemplate.DEFAULT_GRACE_PERIOD_SECONDS));
    return switch (type.name()) {
      case "livekit-egress" -> egress(grace);
      case "sfu" -> sfu(grace);
      case "agent" -> agent(grace);
      default -> calls(type.name(), grace);
    };
  }

  /**
   * One recording occupies a worker: it renders a room in a browser and encodes it (LiveKit's
   * documentation asks for 4 cores and 4 GB for that), for minutes. Its image holds a browser, so
   * that it starts slowly, and nodes are full soon.
   */
  private static WorkloadModel egress(Duration grace) {
    return new WorkloadModel(
        "livekit-egress",
        1,
        Duration.ofMinutes(10),
        new ResourceUsage(2, 80, 4 * CORE),
        new ResourceUsage(10, 50, 4 * GIBIBYTE),
        new PodStart(Duration.ofSeconds(40), Duration.ofSeconds(90), 4),
        grace,
        Measuring.USUAL);
  }

  /** Calls of minutes; audio only, so that a core holds many and memory hardly matters. */
  private static WorkloadModel calls(String name, Duration grace) {
    return new WorkloadModel(
        name,
        60,
        Duration.ofMinutes(4),
        new ResourceUsage(3, 1.4, 2 * CORE),
        new ResourceUsage(15, 0.9, 2 * GIBIBYTE),
        new PodStart(Duration.ofSeconds(20), Duration.ofSeconds(90), 8),
        grace,
        Measuring.USUAL);
  }

  /** Participants of meetings; packets are forwarded and not decoded. */
  private static WorkloadModel sfu(Duration grace) {
    return new WorkloadModel(
        "sfu",
        300,
        Duration.ofMinutes(20),
        new ResourceUsage(4, 0.3, 4 * CORE),
        new ResourceUsage(20, 0.2, 4 * GIBIBYTE),
        new PodStart(Duration.ofSeconds(20), Duration.ofSeconds(90), 4),
        grace,
        Measuring.USUAL);
  }

  /**
   * Voice sessions stay on their pod. At ten sessions it is at the vendor's load threshold of 0.7,
   * from which LiveKit sends it no more; request and limit are alike, else the two loads could not
   * be compared. It loads models when it starts.
   */
  private static WorkloadModel agent(Duration grace) {
    return new WorkloadModel(
        "agent",
        10,
        Duration.ofMinutes(8),
        new ResourceUsage(5, 6.5, 4 * CORE),
        new ResourceUsage(25, 4, 8 * GIBIBYTE),
        new PodStart(Duration.ofSeconds(30), Duration.ofSeconds(90), 4),
        grace,
        Measuring.USUAL);
  }
}
