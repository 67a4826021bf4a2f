package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Question;
import dev.hpasteward.message.Recorded;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HPAs that are not ours: what the policy has against them is told, and nothing is done. */
final class ForeignAutoscalers {

  private ForeignAutoscalers() {}

  static List<Note> notes(
      Workload workload, List<Seen<Autoscaler>> autoscalers, Circumstances circumstances) {
    List<Note> notes = new ArrayList<>();
    for (Seen<Autoscaler> seen : autoscalers) {
      Decision decision = judge(workload, seen.object(), circumstances);
      if (decision.denied()) {
        notes.add(
            Notes.breaksPolicy(
                seen.object().metadata(), String.join("; ", Recorded.denials(decision))));
      }
    }
    return notes;
  }

  private static Decision judge(
      Workload workload, Autoscaler autoscaler, Circumstances circumstances) {
    return Evaluator.evaluate(
        new Question(
            autoscaler,
            Optional.empty(),
            false,
            Neighbourhood.of(
                autoscaler,
                new Target.Found(workload),
                circumstances.state(),
                circumstances.tolerancesKept(),
                true),
            Author.NOBODY,
            circumstances.now()),
        circumstances.policy());
  }
}
