package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.RunObserver;

/** Checks one promise while a run goes on. What it keeps does not grow with the run. */
interface PromiseCheck extends RunObserver {

  /** What became of the promise so far. */
  PromiseVerdict verdict();
}
