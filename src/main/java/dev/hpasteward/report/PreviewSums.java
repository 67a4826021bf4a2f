package dev.hpasteward.report;

import dev.hpasteward.check.Preview;
import dev.hpasteward.check.Preview.Entry;
import dev.hpasteward.check.Preview.Fate;
import dev.hpasteward.check.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What another policy comes to.
 *
 * @param generated HPAs that would be generated
 * @param rewritten HPAs that would be rewritten
 * @param removed HPAs that would be deleted
 * @param moved HPAs whose replicas could move for that
 * @param newlyRefused objects that would be refused and are not now
 * @param noLongerRefused objects that are refused now and would not be
 */
record PreviewSums(
    long generated,
    long rewritten,
    long removed,
    long moved,
    long newlyRefused,
    long noLongerRefused) {

  static PreviewSums of(Preview preview) {
    List<Entry> entries = preview.entries();
    return new PreviewSums(
        count(entries, Fate.GENERATED),
        count(entries, Fate.REWRITTEN),
        count(entries, Fate.REMOVED),
        entries.stream().filter(entry -> entry.move().isPresent()).count(),
        entries.stream()
            .filter(entry -> isRefused(entry.then()) && !isRefused(entry.now()))
            .count(),
        entries.stream()
            .filter(entry -> isRefused(entry.now()) && !isRefused(entry.then()))
            .count());
  }

  private static long count(List<Entry> entries, Fate fate) {
    return entries.stream().filter(entry -> entry.fate() == fate).count();
  }

  private static boolean isRefused(Optional<Verdict> verdict) {
    return verdict.filter(known -> known.outcome() == Verdict.Outcome.DENIED).isPresent();
  }
}
