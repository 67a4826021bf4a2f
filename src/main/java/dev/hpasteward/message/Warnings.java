package dev.hpasteward.message;

import dev.hpasteward.decision.Finding;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Two sentences for each finding: what is wrong, and what to do; each in as few lines as fit. */
  public static List<String> of(List<Finding> findings) {
    Set<String> warnings = new LinkedHashSet<>();
    for (Finding finding : findings) {
      String prefix = finding.rule() + ": ";
      warnings.addAll(
          lines(prefix, finding.explanation().orElseGet(() -> Sentence.withoutRule(finding))));
      warnings.addAll(lines(prefix, finding.fix()));
    }
    return limited(List.copyOf(warnings));
  }

  /** What was changed on the way in: nobody's number is rewritten silently. */
  public static List<String> corrected(List<Finding> findings) {
    Set<String> warnings = new LinkedHashSet<>();
    for (Finding finding : findings) {
      finding
          .correction()
          .ifPresent(
              edit ->
                  warnings.addAll(
                      lines(
                          finding.rule() + ": ",
                          "corrected %s from %s to %s"
                              .formatted(edit.path(), finding.found(), text(edit.value())))));
    }
    return limited(List.copyOf(warnings));
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .sorted(Comparator.reverseOrder())
          .collect(Collectors.joining(", "));
    }
    return value.toString();
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
