package dev.hpasteward.simulation.workload;

import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodPhase;
import dev.hpasteward.simulation.controller.PodResources;
import dev.hpasteward.simulation.controller.Readiness;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A pod with its sessions, from its creation to its end. */
final class WorkerPod {

  private static final int NO_SAMPLE = -1;
  private static final long NEVER = Long.MAX_VALUE;

  private final String name;
  private final PodResources resources;
  private final long startDelay;
  private final int[] samples;
  private Nodes.@Nullable Node node;
  private long startedAt = Pod.NEVER;
  private long runningAt = NEVER;
  private long readyAt = NEVER;
  private long endBy = NEVER;
  private Stage stage = Stage.WITHOUT_NODE;
  private Pod seen;
  int sessions;

  /** How far it has come; a ReplicaSet removes those first that have not come far. */
  enum Stage {
    WITHOUT_NODE,
    PENDING,
    RUNNING,
    READY
  }

  /**
   * A new pod.
   *
   * @param startDelay from its node to its readiness, in nanoseconds
   * @param remembered how many samples of it are remembered
   */
  WorkerPod(String name, PodResources resources, long startDelay, int remembered) {
    this.name = name;
    this.resources = resources;
    this.startDelay = startDelay;
    this.samples = new int[remembered];
    Arrays.fill(samples, NO_SAMPLE);
    this.seen = asSeen();
  }

  boolean isWithoutNode() {
    return stage == Stage.WITHOUT_NODE && !isTerminating();
  }

  Stage stage() {
    return stage;
  }

  boolean isTerminating() {
    return endBy != NEVER;
  }

  boolean takesSessions() {
    return stage == Stage.READY && endBy == NEVER;
  }

  void assign(Nodes.Node given, long now) {
    node = given;
    startedAt = now;
    runningAt = now + startDelay / 2;
    readyAt = now + startDelay;
    stage = Stage.PENDING;
    seen = asSeen();
  }

  /** Goes on as far as it has come by now; true if that was any way. */
  boolean goOn(long now) {
    if (stage == Stage.READY || stage == Stage.WITHOUT_NODE || isTerminating()) {
      return false;
    }
    Stage next = readyAt <= now ? Stage.READY : runningAt <= now ? Stage.RUNNING : Stage.PENDING;
    if (next == stage) {
      return false;
    }
    stage = next;
    seen = asSeen();
    return true;
  }

  /** Takes no more sessions, and is gone at that time at the latest. */
  void endBy(long time) {
    endBy = time;
    seen = asSeen();
  }

  boolean isOver(long now) {
    return isTerminating() && (sessions == 0 || endBy <= now);
  }

  void leaveNode(long now) {
    if (node != null) {
      node.free(now);
    }
  }

  /** Remembers how many sessions it has; nothing while its container runs shorter than that. */
  void sample(int index, long now, long window) {
    boolean covered = stage.compareTo(Stage.RUNNING) >= 0 && runningAt + window <= now;
    samples[index] = covered ? sessions : NO_SAMPLE;
  }

  /** As if it had always been sampled so. */
  void sampleAlways() {
    Arrays.fill(samples, sessions);
  }

  /** Sessions at the time of a sample; negative without one. */
  int sampled(int index) {
    return samples[index];
  }

  /** As the controller sees it. */
  Pod seen() {
    return seen;
  }

  private Pod asSeen() {
    boolean ready = stage == Stage.READY;
    PodPhase phase = stage.compareTo(Stage.RUNNING) >= 0 ? PodPhase.RUNNING : PodPhase.PENDING;
    Readiness readiness =
        ready
            ? Readiness.READY
            : stage == Stage.WITHOUT_NODE ? Readiness.ABSENT : Readiness.NOT_READY;
    return new Pod(
        name, phase, readiness, ready ? readyAt : startedAt, startedAt, isTerminating(), resources);
  }
}
