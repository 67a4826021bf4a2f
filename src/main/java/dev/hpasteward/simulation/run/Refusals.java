package dev.hpasteward.simulation.run;

import dev.hpasteward.model.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an HPA, gathered. */
final class Refusals {

  private final List<RefusedAutoscalerException.Mistake> mistakes = new ArrayList<>();

  void add(FieldPath field, String mistake, String remedy) {
    mistakes.add(new RefusedAutoscalerException.Mistake(field.toString(), mistake, remedy));
  }

  void throwIfAny(String name) {
    if (!mistakes.isEmpty()) {
      throw new RefusedAutoscalerException(name, mistakes);
    }
  }
}
