package dev.hpasteward.experiment;

import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadShape;

/** A load that any number of runs can be put under, at the same time too. */
public interface LoadSource {

  /** What people call it: a shape, or a file's name. */
  String name();

  /** Between which numbers of sessions it moves. */
  Levels levels();

  /** Makes it ready for one run. */
  Opened open();

  /** A load during one run. */
  interface Opened extends AutoCloseable {
    LoadShape shape();

    @Override
    void close();
  }
}
