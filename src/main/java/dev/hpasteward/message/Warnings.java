package dev.hpasteward.message;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings as admission warnings. The API server cuts one at 256 characters and drops all past 4096
 * in total (apiserver, pkg/warning); its documentation asks for at most 120.
 */
public final class Warnings {

  /** Characters of one warning at most. */
  static final int LONGEST = 120;

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
          .add(finding.explanation().orElseGet(() -> Sentence.withoutRule(finding)));
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
