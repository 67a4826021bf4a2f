package dev.hpasteward.simulation.controller;

import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A day of a service with 100 pods and three metrics, whose load swings every two hours. */
final class SimulatedDay {

  static final int PODS = 100;
  static final int SYNCS = 5_760;

  private static final long PERIOD = TimeUnit.SECONDS.toNanos(15);
  private static final long CPU = 2_000;
  private static final long MEMORY = 4L << 30;
  private static final long MILLI = 1_000;
  private static final int SWING = 480;

  private final List<Pod> pods = new ArrayList<>();
  private final ScaleSelector selector = ScaleSelector.of("app=worker");
  private final long[] windows = new long[PODS];

  SimulatedDay() {
    PodResources resources = PodResources.of("main", Requests.of(CPU, MEMORY * MILLI));
    for (int pod = 0; pod < PODS; pod++) {
      pods.add(
          new Pod(
              "worker-" + pod,
              PodPhase.RUNNING,
              Readiness.READY,
              -PERIOD,
              -PERIOD,
              false,
              resources));
    }
    Arrays.fill(windows, PERIOD);
  }

  static AutoscalerSpec spec() {
    RatePolicy percent = new RatePolicy("Percent", 20, 60);
    return new AutoscalerSpec(
        "media",
        "worker",
        new ObjectReference("Deployment", "worker", "apps/v1"),
        20,
        400,
        List.of(
            new MetricSpec(MetricSource.resource("cpu"), MetricTarget.utilization(50)),
            new MetricSpec(MetricSource.resource("memory"), MetricTarget.utilization(70)),
            new MetricSpec(MetricSource.pods("sessions", null), MetricTarget.averageValue(MILLI))),
        new Behavior(rules(30, percent), rules(300, percent)));
  }

  private static ScalingRules rules(int window, RatePolicy rate) {
    return new ScalingRules(
        OptionalInt.of(window), Optional.of("Max"), List.of(rate), Optional.empty());
  }

  /** How many scalings there were, and what the controller remembers at the end. */
  record Result(int scalings, ControllerMemory memory) {}

  Result run(int syncs) {
    Controller controller = new Controller(ControllerFlags.KUBERNETES, spec());
    ControllerMemory memory = ControllerMemory.EMPTY;
    AutoscalerStatus status = AutoscalerStatus.EMPTY;
    int replicas = PODS;
    int scalings = 0;
    for (int sync = 0; sync < syncs; sync++) {
      SyncResult result = controller.sync(inputs(sync, replicas), memory, status);
      memory = result.memory();
      status = result.stored();
      scalings += result.rescale() == null ? 0 : 1;
      replicas = result.replicasAfter(replicas);
    }
    return new Result(scalings, memory);
  }

  private SyncInputs inputs(int sync, int replicas) {
    long now = (sync + 1) * PERIOD;
    double load = (1 + Math.sin(2 * Math.PI * sync / SWING)) * PODS / replicas;
    return SyncInputs.undisturbed(
        new ScaleReply.Found(now, replicas, replicas, selector),
        pods,
        List.of(
            samples(now, (long) (CPU / 2 * load)),
            samples(now, MEMORY / 2 * MILLI),
            samples(now, (long) (MILLI * load))));
  }

  private PodSamples samples(long now, long value) {
    long[] values = new long[PODS];
    long[] times = new long[PODS];
    Arrays.fill(values, value);
    Arrays.fill(times, now - PERIOD / 2);
    return new PodSamples(now, values, times, windows, 0, 0);
  }
}
