package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.AutoscalerStatus;
import dev.hpasteward.simulation.controller.Controller;
import dev.hpasteward.simulation.controller.ControllerMemory;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.PodResources;
import dev.hpasteward.simulation.controller.Requests;
import dev.hpasteward.simulation.controller.ScaleReply;
import dev.hpasteward.simulation.controller.ScaleSelector;
import dev.hpasteward.simulation.controller.SyncInputs;
import dev.hpasteward.simulation.controller.SyncResult;
import dev.hpasteward.simulation.load.LoadCursor;
import dev.hpasteward.simulation.workload.Fleet;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.util.List;
import java.util.SplittableRandom;

/** Runs a plan: three steps of the fleet, then a sync of the controller, and so on. */
public final class Run {

  private static final long STEP = RunPlan.STEP.toNanos();
  private static final int STEPS_PER_SYNC = (int) RunPlan.SYNC_PERIOD.dividedBy(RunPlan.STEP);
  private static final ScaleSelector SELECTOR = ScaleSelector.of("app=worker");

  private final RunPlan plan;
  private final List<DocumentedMetric> metrics;
  private final LoadCursor load;
  private final long lagSteps;
  private final int remembered;
  private final Fleet fleet;
  private final MetricServer server;
  private final MetricReplies replies;
  private final StrategyReader reader;
  private final Controller controller;
  private int replicas;
  private ControllerMemory memory = ControllerMemory.EMPTY;
  private AutoscalerStatus status = AutoscalerStatus.EMPTY;

  /** A run that has not begun; it is played once. */
  public Run(RunPlan plan) {
    WorkloadModel workload = plan.workload();
    SplittableRandom random = new SplittableRandom(plan.seed());
    this.plan = plan;
    this.metrics = DocumentedMetric.of(plan.type());
    this.load = plan.load().play(plan.seed());
    this.lagSteps = Math.round((double) workload.measuring().lag().toNanos() / STEP);
    this.remembered = (int) (lagSteps / STEPS_PER_SYNC) + 1;
    this.fleet = new Fleet(workload, resources(), STEP, remembered, random.split());
    this.server = new MetricServer(workload, random.split());
    this.replies = new MetricReplies(plan, metrics);
    this.reader = new StrategyReader(plan, metrics);
    this.controller = new Controller(plan.flags(), plan.autoscaler());
  }

  /** One container, called as the HPA calls it if it looks at one. */
  private PodResources resources() {
    String container = "main";
    for (var metric : plan.autoscaler().metrics()) {
      MetricSource source = metric.source();
      container = source.container() == null ? container : source.container();
    }
    return PodResources.of(
        container,
        Requests.of(plan.workload().cpu().request(), plan.workload().memory().request()));
  }

  /** Plays it to its end. */
  public void play(RunObserver observer) {
    double wanted = load.sessionsAt(0);
    replicas = StartingReplicas.of(plan, metrics, wanted);
    fleet.settle(replicas, wanted);
    observer.begin(wanted);
    long syncs = plan.duration().dividedBy(RunPlan.SYNC_PERIOD);
    for (long step = 1; step <= syncs * STEPS_PER_SYNC; step++) {
      wanted = load.sessionsAt(step * STEP);
      fleet.advance(wanted);
      if ((step + lagSteps) % STEPS_PER_SYNC == 0) {
        fleet.sample(place((step + lagSteps) / STEPS_PER_SYNC), MetricServer.WINDOW);
      }
      if (step % STEPS_PER_SYNC == 0) {
        observer.observe(sync(step, wanted));
        fleet.scaleTo(replicas);
      }
    }
  }

  /** Where the samples that a sync sees are remembered. */
  private int place(long sync) {
    return (int) (sync % remembered);
  }

  private SyncRecord sync(long step, double wanted) {
    long now = step * STEP;
    int place = place(step / STEPS_PER_SYNC);
    Samples samples = server.samples(fleet, place, now, now - lagSteps * STEP);
    FreePods free = FreePods.of(samples, plan.workload().sessionsPerPod());
    ScaleReply.Found scale = new ScaleReply.Found(now, replicas, replicas, SELECTOR);
    SyncResult result =
        controller.sync(
            SyncInputs.undisturbed(scale, samples.pods, replies.of(samples, free)), memory, status);
    memory = result.memory();
    status = result.stored();
    int before = replicas;
    replicas = result.replicasAfter(before);
    return new SyncRecord(
        now, wanted, fleet.state(), reader.read(samples, free), before, replicas, result);
  }
}
