package dev.hpasteward.cluster;

import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.TargetReference;
import java.util.concurrent.CompletionStage;

/** Asks for the Deployment that an autoscaler targets. */
interface TargetLookup {

  /** Never fails and never takes longer than 300 ms: who can't say says Unknown. */
  CompletionStage<Target> find(String namespace, TargetReference target);
}
