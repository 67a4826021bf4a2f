package dev.hpasteward.cluster.policyreport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Counts what came of writes, and tells of a kind of failure once, not for each namespace and
 * round.
 */
final class ReportJournal {

  private static final Logger LOG = Logger.getLogger(ReportJournal.class);

  private final ReportKind kind;
  private final MeterRegistry registry;
  private final Set<String> foreign = new HashSet<>();
  private final Set<Integer> told = new HashSet<>();
  private int failures;

  ReportJournal(ReportKind kind, MeterRegistry registry) {
    this.kind = kind;
    this.registry = registry;
  }

  void begin() {
    failures = 0;
  }

  void count(String outcome) {
    Counter.builder("hpa_steward_report_writes")
        .description("Writes of reports")
        .tag("kind", kind.kind())
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  /** What could not be done, such as {@code written in media}. */
  void failed(String what, ReportRefused refused) {
    count(refused.outcome());
    failures++;
    if (told.add(refused.code())) {
      LOG.warnf(
          "%s can't be %s: %s. Tried again with each round; hpa_steward_report_writes counts it",
          kind.kind(), what, refused.reason());
    }
  }

  /** An object of our reports' name that somebody else wrote. */
  void foreign(String namespace) {
    if (foreign.add(namespace)) {
      count("foreign");
      LOG.warnf(
          "%s %s in %s is not ours and stays as it is: it has no label"
              + " app.kubernetes.io/managed-by: hpa-steward",
          kind.kind(), ReportDocument.NAME, namespace);
    }
  }

  void end() {
    if (failures == 0 && !told.isEmpty()) {
      told.clear();
      LOG.infof("%s: written again", kind.kind());
    }
  }
}
