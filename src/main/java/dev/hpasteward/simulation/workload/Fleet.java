package dev.hpasteward.simulation.workload;

import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodResources;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The pods of a service, step by step. */
public final class Fleet {

  private final WorkloadModel model;
  private final PodResources resources;
  private final int remembered;
  private final long step;
  private final Nodes nodes;
  private final Departures departures;
  private final Placement placement;
  private final Tally tally = new Tally();
  private final List<WorkerPod> pods = new ArrayList<>();
  private List<Pod> seen = List.of();
  private boolean changed = true;
  private int created;
  private long now;

  /**
   * An empty fleet.
   *
   * @param model how its pods behave
   * @param resources what a pod requests
   * @param step length of a step in nanoseconds
   * @param remembered how many samples of each pod are remembered, at least 1
   * @param random of the lengths of sessions
   */
  public Fleet(
      WorkloadModel model,
      PodResources resources,
      long step,
      int remembered,
      SplittableRandom random) {
    this.model = model;
    this.resources = resources;
    this.step = step;
    this.remembered = remembered;
    this.nodes = new Nodes(model.start());
    this.placement = new Placement(model.sessionsPerPod());
    double share = (double) step / model.meanSession().toNanos();
    this.departures = new Departures(share, model.sessionsPerPod(), random);
  }

  /** Pods that have been there for long, with the sessions of this load. */
  public void settle(int replicas, double load) {
    long start = -TimeUnit.HOURS.toNanos(1);
    for (int index = 0; index < replicas; index++) {
      WorkerPod pod = newPod();
      pod.assign(nodes.ready(start), start);
      pod.goOn(now);
    }
    admit(Math.round(load));
    pods.forEach(WorkerPod::sampleAlways);
  }

  private WorkerPod newPod() {
    long startDelay = model.start().pod().toNanos();
    WorkerPod pod = new WorkerPod("worker-" + created++, resources, startDelay, remembered);
    pods.add(pod);
    changed = true;
    return pod;
  }

  /** Goes on by a step, at the end of which people want this many sessions. */
  public void advance(double load) {
    now += step;
    tally.pass(step, pods.size());
    boolean waitForNodes = false;
    for (int index = 0, size = pods.size(); index < size; index++) {
      WorkerPod pod = pods.get(index);
      changed |= pod.goOn(now);
      waitForNodes |= pod.isWithoutNode();
      if (pod.sessions > 0) {
        int ended = departures.among(pod.sessions);
        pod.sessions -= ended;
        tally.end(ended);
      }
    }
    if (waitForNodes) {
      assignNodes();
    }
    bury();
    admit(Math.round(load));
  }

  private void assignNodes() {
    nodes.assign(pods, now);
    changed = true;
  }

  private void bury() {
    if (tally.terminating() == 0) {
      return;
    }
    pods.removeIf(
        pod -> {
          boolean over = pod.isOver(now);
          if (over) {
            tally.cut(pod.sessions);
            tally.bury();
            pod.leaveNode(now);
            changed = true;
          }
          return over;
        });
  }

  private void admit(long wanted) {
    long lacking = Math.max(0, wanted - tally.sessions());
    tally.admit(wanted, lacking == 0 ? 0 : placement.place(lacking, pods));
  }

  /** Makes or ends pods, so that there are so many that do not end. */
  public void scaleTo(int replicas) {
    int alive = alive();
    for (int count = alive; count < replicas; count++) {
      newPod();
    }
    if (alive < replicas) {
      assignNodes();
    }
    for (int count = alive; count > replicas; count--) {
      end(Removal.next(pods));
    }
  }

  private void end(WorkerPod pod) {
    pod.endBy(now + model.gracePeriod().toNanos());
    tally.terminate();
    changed = true;
  }

  private int alive() {
    return pods.size() - tally.terminating();
  }

  /** Takes a sample of each pod. */
  public void sample(int index, long window) {
    for (int pod = 0, size = pods.size(); pod < size; pod++) {
      pods.get(pod).sample(index, now, window);
    }
  }

  /** Sessions of a pod at the time of a sample; negative without one. */
  public int sampled(int pod, int index) {
    return pods.get(pod).sampled(index);
  }

  /** As the controller sees them, those that end included; not changed by later steps. */
  public List<Pod> pods() {
    if (changed) {
      List<Pod> next = new ArrayList<>(pods.size());
      for (WorkerPod pod : pods) {
        next.add(pod.seen());
      }
      seen = next;
      changed = false;
    }
    return seen;
  }

  /** How it stands. */
  public FleetState state() {
    return tally.state(pods, model.sessionsPerPod());
  }
}
