package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.promise.Terms.Form;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.SyncRecord;
import org.jspecify.annotations.Nullable;

/** Remembers when an HPA could not see for want of samples that it needs more pods. */
final class LostSamples implements RunObserver {

  private final Terms terms;
  private final Recently recently;
  private @Nullable String why;

  LostSamples(Terms terms) {
    this.terms = terms;
    this.recently = new Recently(terms);
  }

  @Override
  public void observe(SyncRecord sync) {
    if (terms.plan().workload().measuring().missing() == 0) {
      return;
    }
    for (int index = 0; index < terms.metrics().size(); index++) {
      DocumentedMetric metric = terms.metrics().get(index);
      boolean measured =
          metric.unit() == DocumentedMetric.Unit.PERCENT && terms.form(metric) != Form.ABSENT;
      if (measured) {
        look(metric, sync, index);
      }
    }
  }

  private void look(DocumentedMetric metric, SyncRecord sync, int index) {
    double seen = sync.readings().seen(index);
    String time = Wording.time(sync.time());
    if (Double.isNaN(seen)) {
      recently.mark(sync.time());
      why =
          "at %s all samples of %s were lost, so that the HPA could not see how busy pods were"
              .formatted(time, metric.name());
    } else if (metric.asksForMore(seen)
        && !metric.asksForMore(sync.readings().cautious(index))
        && sync.fleet().starting() == 0) {
      recently.mark(sync.time());
      why =
          """
          at %s samples of %s were lost, and the controller takes such pods for idle before it \
          adds pods"""
              .formatted(time, metric.name());
    }
  }

  /** Why it could not see, if that still matters; else null. */
  @Nullable String why(SyncRecord sync) {
    return recently.isSo(sync.time()) ? why : null;
  }
}
