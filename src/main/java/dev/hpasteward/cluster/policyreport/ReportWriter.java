package dev.hpasteward.cluster.policyreport;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reports of one kind as they should be: writes what differs, each at most once in a
 * while, and deletes ours where nothing is left to report. Remembers versions, not contents.
 */
final class ReportWriter {

  private final Reports reports;
  private final Duration every;
  private final BooleanSupplier leads;
  private final ReportJournal journal;

  /** What has the name of our reports, by namespace. */
  private final Map<String, StoredReport> stored = new HashMap<>();

  private final Map<String, Instant> attempts = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private @Nullable Instant listed;
  private @Nullable Instant heldUntil;
  private boolean ready;

  /**
   * Has not looked yet.
   *
   * @param every a report is written at most once in this time
   * @param leads asked before each write
   */
  ReportWriter(Reports reports, Duration every, BooleanSupplier leads, ReportJournal journal) {
    this.reports = reports;
    this.every = every;
    this.leads = leads;
    this.journal = journal;
  }

  /** Starts a round: looks at what is there, if it has not for a while. */
  void begin(Instant now) {
    journal.begin();
    wanted.clear();
    heldUntil = null;
    ready = true;
    Instant then = listed;
    if (then == null || !now.isBefore(then.plus(every))) {
      try {
        take(reports.list());
        listed = now;
      } catch (ReportRefused refused) {
        ready = false;
        journal.failed("listed", refused);
      }
    }
  }

  private void take(List<StoredReport> found) {
    Map<String, StoredReport> before = Map.copyOf(stored);
    stored.clear();
    for (StoredReport report : found) {
      StoredReport known = before.get(report.namespace());
      boolean changed = known != null && !known.resourceVersion().equals(report.resourceVersion());
      stored.put(report.namespace(), changed ? withoutDigest(report) : report);
    }
  }

  /** Somebody changed it, so nobody knows what it says. */
  private static StoredReport withoutDigest(StoredReport report) {
    return new StoredReport(
        report.namespace(), report.uid(), report.resourceVersion(), report.ours(), "");
  }

  /** What the report of a namespace is to say. */
  void write(String namespace, ReportDocument document, Instant now) {
    wanted.add(namespace);
    StoredReport there = stored.get(namespace);
    if (!ready || (there != null && there.digest().equals(document.digest()) && there.ours())) {
      return;
    }
    Instant last = attempts.get(namespace);
    if (last != null && now.isBefore(last.plus(every))) {
      heldUntil = earlier(heldUntil, last.plus(every));
      return;
    }
    if (!leads.getAsBoolean()) {
      return;
    }
    try {
      // It may have come since we listed.
      Optional<StoredReport> replaced = there == null ? reports.get(namespace) : Optional.of(there);
      if (replaced.filter(report -> !report.ours()).isPresent()) {
        journal.foreign(namespace);
        return;
      }
      attempts.put(namespace, now);
      stored.put(namespace, reports.apply(namespace, document, replaced, now));
      journal.count(replaced.isPresent() ? "updated" : "created");
    } catch (ReportRefused refused) {
      attempts.put(namespace, now);
      listed = null;
      journal.failed("written in " + namespace, refused);
    }
  }

  /**
   * Ends a round: what was not written in it is not wanted any more.
   *
   * @return when the next report may be written that had to wait; empty if none had to
   */
  Optional<Instant> end() {
    if (ready) {
      stored.values().stream()
          .filter(report -> report.ours() && !wanted.contains(report.namespace()))
          .toList()
          .forEach(this::delete);
      attempts.keySet().retainAll(wanted);
      // What waits may have failed before, and may again.
      if (heldUntil == null) {
        journal.end();
      }
    }
    return Optional.ofNullable(heldUntil);
  }

  private void delete(StoredReport report) {
    if (!leads.getAsBoolean()) {
      return;
    }
    try {
      reports.delete(report);
      stored.remove(report.namespace());
      journal.count("deleted");
    } catch (ReportRefused refused) {
      listed = null;
      journal.failed("deleted in " + report.namespace(), refused);
    }
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
