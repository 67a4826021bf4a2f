package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.Rescale;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a run for drawing. However long the run is, a curve has at most 2,000 points, and at most
 * 500 events are kept.
 */
public final class ChartRecorder implements RunObserver {

  static final int MOST_EVENTS = 500;

  private final List<Curve> curves;
  private final SpanGrid grid = new SpanGrid();
  private final List<ChartEvent> events = new ArrayList<>();
  private long eventsLeftOut;

  public ChartRecorder(RunPlan plan) {
    this.curves = Curves.of(plan);
  }

  @Override
  public void observe(SyncRecord sync) {
    boolean opens = grid.advance(sync.time());
    int span = grid.current();
    for (Curve curve : curves) {
      curve.put(span, opens, sync);
    }
    if (grid.isFull()) {
      curves.forEach(Curve::merge);
      grid.merge();
    }
    if (sync.desired() != sync.replicas()) {
      keep(sync);
    }
  }

  private void keep(SyncRecord sync) {
    if (events.size() == MOST_EVENTS) {
      eventsLeftOut++;
      return;
    }
    Rescale rescale = sync.result().rescale();
    events.add(
        new ChartEvent(
            sync.time(), sync.replicas(), sync.desired(), rescale == null ? "" : rescale.reason()));
  }

  /** What was recorded so far. */
  public Chart chart() {
    List<ChartSeries> series = curves.stream().map(curve -> curve.series(grid)).toList();
    return new Chart(grid.end(), series, events, eventsLeftOut);
  }
}
