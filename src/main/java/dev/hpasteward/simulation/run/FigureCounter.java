package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.workload.FleetState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts a run's figures while it goes on. */
public final class FigureCounter implements RunObserver {

  private static final double MILLIS_PER_SECOND = 1000;
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final List<DocumentedMetric> metrics;
  private final Lateness lateness;
  private final double[] secondsPast;
  private final double[] worst;
  private @Nullable FleetState last;
  private int mostDesired;
  private int leastDesired = Integer.MAX_VALUE;
  private int mostReady;
  private int scaleUps;
  private int scaleDowns;
  private int directionChanges;
  private int direction;

  public FigureCounter(RunPlan plan) {
    this.metrics = DocumentedMetric.of(plan.type());
    this.lateness = new Lateness(metrics);
    this.secondsPast = new double[metrics.size()];
    this.worst = new double[metrics.size()];
    Arrays.fill(worst, Double.NaN);
  }

  @Override
  public void observe(SyncRecord sync) {
    last = sync.fleet();
    lateness.observe(sync);
    mostDesired = Math.max(mostDesired, Math.max(sync.desired(), sync.replicas()));
    leastDesired = Math.min(leastDesired, Math.min(sync.desired(), sync.replicas()));
    mostReady = Math.max(mostReady, sync.fleet().ready());
    int now = Integer.compare(sync.desired(), sync.replicas());
    if (now != 0) {
      scaleUps += now > 0 ? 1 : 0;
      scaleDowns += now < 0 ? 1 : 0;
      directionChanges += direction == -now ? 1 : 0;
      direction = now;
    }
    for (int index = 0; index < worst.length; index++) {
      read(index, sync.readings().seen(index));
    }
  }

  private void read(int index, double value) {
    DocumentedMetric metric = metrics.get(index);
    if (Double.isNaN(value)) {
      return;
    }
    if (metric.asksForMore(value)) {
      secondsPast[index] += RunPlan.SYNC_PERIOD.toSeconds();
    }
    worst[index] =
        Double.isNaN(worst[index])
            ? value
            : switch (metric.unit()) {
              case PERCENT -> Math.max(worst[index], value);
              case FREE_PODS -> Math.min(worst[index], value);
            };
  }

  /** The figures so far. */
  public Figures figures() {
    List<Figures.Past> past = new ArrayList<>();
    for (int index = 0; index < worst.length; index++) {
      past.add(new Figures.Past(metrics.get(index), secondsPast[index], worst[index]));
    }
    FleetState fleet = last;
    if (fleet == null) {
      throw new IllegalStateException("nothing has been run yet");
    }
    return new Figures(
        fleet.podMillis() / MILLIS_PER_HOUR,
        mostDesired,
        leastDesired,
        mostReady,
        fleet.started(),
        fleet.turnedAway(),
        fleet.waitingMillis() / MILLIS_PER_SECOND,
        fleet.cut(),
        scaleUps,
        scaleDowns,
        directionChanges,
        lateness.longest(),
        past);
  }
}
