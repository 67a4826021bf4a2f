package dev.hpasteward.admission;

import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.TargetReference;
import java.util.concurrent.CompletionStage;

/** Where admission asks for the Deployment that an autoscaler scales. */
public interface Targets {

  /** Never fails and never takes longer than 300 ms: who can't say says Unknown. */
  CompletionStage<Surroundings.Target> find(String namespace, TargetReference target);
}
