package dev.hpasteward.cluster.survey;

import java.util.Map;

/**
 * A survey in two short tables, for a status that people read.
 *
 * @param workloads Deployments by service type, without those of namespaces that are off; what
 *     claims a type that the policy does not know is {@link SurveyTotals#UNKNOWN}
 * @param findings findings by rule id, without those that an exemption excuses; rules without any
 *     are left out
 */
public record Figures(Map<String, Integer> workloads, Map<String, Integer> findings) {

  public Figures {
    workloads = Map.copyOf(workloads);
    findings = Map.copyOf(findings);
  }
}
