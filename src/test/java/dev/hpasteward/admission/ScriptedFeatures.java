package dev.hpasteward.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.function.BooleanSupplier;

/** A cluster that keeps tolerances unless a test says otherwise. */
@Alternative
@ApplicationScoped
class ScriptedFeatures {

  private BooleanSupplier script = () -> true;

  void reset() {
    script = () -> true;
  }

  void answer(BooleanSupplier newScript) {
    script = newScript;
  }

  boolean tolerancesKept() {
    return script.getAsBoolean();
  }
}
