package dev.hpasteward.cluster.policyreport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The objects of one kind that have the name of our reports, in the whole cluster. */
interface Reports {

  /** All of them, anybody's. */
  List<StoredReport> list() throws ReportRefused;

  /** The one of this namespace, anybody's. */
  Optional<StoredReport> get(String namespace) throws ReportRefused;

  /**
   * Writes ours.
   *
   * @param replaced the version that it replaces: any other in the meantime is a conflict; empty
   *     for a new one
   */
  StoredReport apply(
      String namespace, ReportDocument document, Optional<StoredReport> replaced, Instant now)
      throws ReportRefused;

  /** Deletes this very version. */
  void delete(StoredReport report) throws ReportRefused;
}
