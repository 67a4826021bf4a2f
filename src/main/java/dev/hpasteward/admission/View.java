package dev.hpasteward.admission;

import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import java.util.concurrent.CompletionStage;

/** What is known of the cluster besides the object under review. */
public interface View {

  /**
   * What surrounds an object. Never fails and never takes longer than 300 ms: what can't be said in
   * time is unknown.
   */
  CompletionStage<Surroundings> around(Subject subject);
}
