package dev.hpasteward.experiment;

import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.load.LoadShape;
import java.time.Duration;

/**
 * A load of a known shape.
 *
 * @param kind which one
 * @param levels between which numbers of sessions
 * @param length of the run that it is fitted to
 */
public record ComputedLoad(LoadKind kind, Levels levels, Duration length) implements LoadSource {

  @Override
  public String name() {
    return kind.id();
  }

  @Override
  public Opened open() {
    LoadShape shape = kind.between(levels.low(), levels.high(), length);
    return new Opened() {
      @Override
      public LoadShape shape() {
        return shape;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
