package dev.hpasteward.cluster.survey;

import dev.hpasteward.policy.Mode;
import java.util.List;

/**
 * All that is governed in a namespace.
 *
 * @param name the namespace
 * @param mode how much is done there; nothing has findings in {@code OFF}
 * @param workloads by name; at least one
 */
public record SurveyedNamespace(String name, Mode mode, List<SurveyedWorkload> workloads) {

  public SurveyedNamespace {
    workloads = List.copyOf(workloads);
  }
}
