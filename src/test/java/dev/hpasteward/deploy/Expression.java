package dev.hpasteward.deploy;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PromQL expression, and where it stands.
 *
 * @param where for messages
 * @param text the expression
 * @param legend what is shown of its labels; empty if nothing is
 */
record Expression(String where, String text, String legend) {

  private static final Pattern METRIC =
      Pattern.compile("\\b(hpa_steward_[a-z_]+)(?:\\{([^}]*)\\})?");
  private static final Pattern MATCHED = Pattern.compile("([a-z_]+)\\s*(?:=~|!=|!~|=)\\s*\"");
  private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on|without) \\(([^)]*)\\)");
  private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*\\}\\}");

  /** What Prometheus adds where it scrapes. */
  private static final Set<String> SCRAPED = Set.of("namespace", "pod", "instance", "job");

  /** Everything that it names and that is not there, as sentences. */
  Set<String> mistakes(DocumentedMetrics documented) {
    Set<String> mistakes = new TreeSet<>();
    Set<String> known = new HashSet<>(SCRAPED);
    Matcher metrics = METRIC.matcher(text);
    while (metrics.find()) {
      String name = metrics.group(1);
      Set<String> labels = documented.labels(name).orElse(Set.of());
      if (documented.labels(name).isEmpty()) {
        mistakes.add(where + ": there is no metric " + name);
      }
      known.addAll(labels);
      Matcher matched = MATCHED.matcher(metrics.group(2) == null ? "" : metrics.group(2));
      while (matched.find()) {
        if (!labels.contains(matched.group(1)) && !SCRAPED.contains(matched.group(1))) {
          mistakes.add(where + ": " + name + " has no label " + matched.group(1));
        }
      }
    }
    if (known.equals(SCRAPED) && !METRIC.matcher(text).find()) {
      mistakes.add(where + ": names no metric of ours");
    }
    Matcher grouped = GROUPED.matcher(text);
    while (grouped.find()) {
      for (String label : grouped.group(1).split(",", -1)) {
        requireKnown(label.strip(), known, mistakes);
      }
    }
    Matcher shown = SHOWN.matcher(legend);
    while (shown.find()) {
      requireKnown(shown.group(1), known, mistakes);
    }
    return mistakes;
  }

  private void requireKnown(String label, Set<String> known, Set<String> mistakes) {
    if (!known.contains(label)) {
      mistakes.add(where + ": none of its metrics has a label " + label);
    }
  }
}
