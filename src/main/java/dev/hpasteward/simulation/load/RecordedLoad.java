package dev.hpasteward.simulation.load;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A load that somebody recorded. Between two points it is the straight line from one to the other;
 * before the first and after the last it stays at their level.
 *
 * @param points opens the recording, once for each time that it is played
 */
public record RecordedLoad(Supplier<LoadPoints> points) implements LoadShape {

  @Override
  public LoadCursor play(long seed) {
    return new Cursor(points.get());
  }

  /** Holds the two points around the time that was asked last. */
  private static final class Cursor implements LoadCursor {
    private final LoadPoints points;
    private LoadPoint before;
    private @Nullable LoadPoint after;

    Cursor(LoadPoints points) {
      this.points = points;
      LoadPoint first = points.next();
      this.before = first == null ? new LoadPoint(0, 0) : first;
      this.after = first == null ? null : points.next();
    }

    @Override
    public double sessionsAt(long time) {
      while (after != null && after.time() <= time) {
        before = after;
        after = points.next();
      }
      if (after == null || time <= before.time()) {
        return before.sessions();
      }
      double share = (double) (time - before.time()) / (after.time() - before.time());
      return before.sessions() + share * (after.sessions() - before.sessions());
    }
  }
}
