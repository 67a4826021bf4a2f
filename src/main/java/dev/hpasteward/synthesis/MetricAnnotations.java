package dev.hpasteward.synthesis;

import dev.hpasteward.model.Edit;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.ArrayList;
import java.util.List;

/** The annotations by which Prometheus finds the pods of a workload. */
public final class MetricAnnotations {

  private MetricAnnotations() {}

  /** The edits that add the annotations that are absent. */
  public static List<Edit> missing(Workload workload, ServiceTypePolicy type) {
    List<Edit> edits = new ArrayList<>();
    type.scrape()
        .map(scrape -> scrape.annotations(workload.template().metricsPort()))
        .ifPresent(
            wanted ->
                wanted.forEach(
                    (key, value) -> {
                      if (!workload.template().annotations().containsKey(key)) {
                        edits.add(new Edit(PodTemplate.ANNOTATIONS.key(key), value));
                      }
                    }));
    return edits;
  }
}
