package dev.hpasteward.message;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings as admission warnings. The API server cuts one at 256 characters and drops all past 4096
 * in total (apiserver, pkg/warning); its documentation asks for at most 120.
 */
public final class Warnings {

  /** Characters of one warning at most. */
  static final int LONGEST = 120;

  private static final int LONGEST_NAME = 70;

  private static final int MOST_IN_TOTAL = 3900;

  private Warnings() {}

  /**
   * Two sentences for each finding: what is wrong, and what to do; each in as few lines as fit.
   * Where one fix mends several findings of a rule it comes once, after all of them.
   */
  public static List<String> of(List<Finding> findings) {
    Map<Fix, Set<String>> reasons = new LinkedHashMap<>();
    for (Finding finding : findings) {
      reasons
          .computeIfAbsent(new Fix(finding.rule(), finding.fix()), fix -> new LinkedHashSet<>())
          .add(reason(finding));
    }
    List<String> warnings = new ArrayList<>();
    reasons.forEach(
        (fix, why) -> {
          String prefix = fix.rule() + ": ";
          why.forEach(reason -> warnings.addAll(lines(prefix, reason)));
          warnings.addAll(lines(prefix, fix.text()));
        });
    return warnings;
  }

  private record Fix(RuleId rule, String text) {}

  /**
   * Everything that is told of a decision: exemptions in use, an exemption that is over, what is
   * wrong and was so before, what is wrong.
   */
  public static List<String> of(Decision decision, Instant now) {
    List<String> warnings = new ArrayList<>();
    List<Finding> told = decision.findings(Action.WARN);
    Set<String> exemptions = new LinkedHashSet<>();
    for (Finding finding : told) {
      finding
          .exemption()
          .ifPresent(
              exemption ->
                  exemptions.addAll(
                      lines(finding.rule() + ": ", ExemptionText.inUse(exemption, now))));
    }
    warnings.addAll(exemptions);
    if (decision.mode() != Mode.AUDIT) {
      decision
          .expired()
          .ifPresent(exemption -> warnings.addAll(of(ExemptionText.expired(exemption))));
    }
    warnings.addAll(of(told.stream().filter(finding -> finding.exemption().isEmpty()).toList()));
    return warnings;
  }

  /** What the policy has against an HPA that was there before its Deployment. */
  public static List<String> about(Autoscaler autoscaler, Decision decision, Instant now) {
    String name = "HPA " + shortened(Excerpt.plain(autoscaler.metadata().name())) + ": ";
    return decision.findings().stream()
        .filter(finding -> finding.action() != Action.AUDIT)
        .flatMap(finding -> lines(name, about(finding, now)).stream())
        .distinct()
        .toList();
  }

  private static String about(Finding finding, Instant now) {
    return finding
        .exemption()
        .map(exemption -> finding.rule() + ": " + ExemptionText.inUse(exemption, now))
        .orElseGet(() -> Sentence.of(finding));
  }

  /** Leaves room in each line; escapes make names longer than they are. */
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
  }

  /** That a manifest's replicas gave way to those that an autoscaler chose. */
  public static List<String> keptReplicas(Edit edit, Workload workload, Rival autoscaler) {
    String prefix = RuleId.STATIC_REPLICAS + ": ";
    List<String> warnings =
        new ArrayList<>(
            lines(
                prefix,
                "%s stays %s: %s sets it"
                    .formatted(edit.path(), edit.value(), autoscaler.describe())));
    if (workload.replicasDeclared()) {
      warnings.addAll(lines(prefix, "remove spec.replicas from the manifest"));
    }
    return warnings;
  }

  /** What would have been changed, in a namespace where nothing is. */
  public static List<String> notMade(List<Finding> corrections, List<Edit> additions) {
    String paths = paths(corrections, additions);
    return paths.isEmpty() ? List.of() : of("mode Warn, so not filled in: " + paths);
  }

  /** What would be changed; empty if nothing would. */
  static String paths(List<Finding> corrections, List<Edit> additions) {
    Stream<Edit> edits =
        Stream.concat(
            corrections.stream().flatMap(finding -> finding.correction().stream()),
            additions.stream());
    return edits.map(edit -> edit.path().toString()).collect(Collectors.joining(", "));
  }

  /**
   * What was changed on the way in: nobody's number is rewritten silently. Two findings that are
   * mended by one edit are one change.
   *
   * @param findings such as have a correction
   */
  public static List<String> corrected(List<Finding> findings) {
    Set<Edit> told = new HashSet<>();
    List<String> warnings = new ArrayList<>();
    for (Finding finding : findings) {
      Edit edit = finding.correction().orElseThrow();
      if (told.add(edit)) {
        warnings.addAll(
            lines(
                finding.rule() + ": ",
                "corrected %s from %s to %s"
                    .formatted(
                        edit.path(), Sentence.found(finding), corrected(finding, edit.value()))));
      }
    }
    return warnings;
  }

  /** In the form of what was found: in quotes or not, a metric target without its type. */
  private static String corrected(Finding finding, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .filter(entry -> !"type".equals(entry.getKey()))
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .collect(Collectors.joining(", "));
    }
    return finding.found().startsWith("\"") ? Excerpt.quoted(value.toString()) : value.toString();
  }

  /** One warning of our own, in as many lines as it takes. */
  public static List<String> of(String text) {
    return lines("hpa-steward: ", text);
  }

  /** As many as the API server passes on, and a last one that counts the rest. */
  public static List<String> limited(List<String> warnings) {
    int total = 0;
    for (int i = 0; i < warnings.size(); i++) {
      total += warnings.get(i).length();
      if (total > MOST_IN_TOTAL) {
        List<String> told = new ArrayList<>(warnings.subList(0, i));
        told.add("hpa-steward: and " + (warnings.size() - i) + " more warnings");
        return told;
      }
    }
    return warnings;
  }

  private static String reason(Finding finding) {
    String reason = finding.explanation().orElseGet(() -> Sentence.withoutRule(finding));
    return finding.tolerated() ? "as before, so let pass: " + reason : reason;
  }

  private static List<String> lines(String prefix, String text) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (prefix.length() + rest.length() > LONGEST) {
      int room = LONGEST - prefix.length();
      int space = rest.lastIndexOf(' ', room);
      int end = space > 0 ? space : room;
      lines.add(prefix + rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(prefix + rest);
    return lines;
  }
}
