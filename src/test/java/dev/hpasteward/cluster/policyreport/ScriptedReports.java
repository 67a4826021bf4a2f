package dev.hpasteward.cluster.policyreport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports in memory that note what is asked of them, for tests. */
final class ScriptedReports implements Reports {

  final List<String> asked = new ArrayList<>();
  final Map<String, StoredReport> objects = new TreeMap<>();
  private int version;
  private @Nullable ReportRefused refusal;

  /** All requests fail from now on; with null none does. */
  void refuse(@Nullable ReportRefused with) {
    refusal = with;
  }

  /** What was asked since the last time. */
  List<String> taken() {
    List<String> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  /** Somebody writes one. */
  StoredReport put(String namespace, boolean ours, String digest) {
    version++;
    StoredReport report =
        new StoredReport(namespace, "u-" + namespace, String.valueOf(version), ours, digest);
    objects.put(namespace, report);
    return report;
  }

  private void ask(String what) throws ReportRefused {
    asked.add(what);
    if (refusal != null) {
      throw refusal;
    }
  }

  @Override
  public List<StoredReport> list() throws ReportRefused {
    ask("list");
    return List.copyOf(objects.values());
  }

  @Override
  public Optional<StoredReport> get(String namespace) throws ReportRefused {
    ask("get " + namespace);
    return Optional.ofNullable(objects.get(namespace));
  }

  @Override
  public StoredReport apply(
      String namespace, ReportDocument document, Optional<StoredReport> replaced, Instant now)
      throws ReportRefused {
    ask(
        "apply %s%s"
            .formatted(
                namespace, replaced.map(report -> " on " + report.resourceVersion()).orElse("")));
    return put(namespace, true, document.digest());
  }

  @Override
  public void delete(StoredReport report) throws ReportRefused {
    ask("delete " + report.namespace());
    objects.remove(report.namespace());
  }
}
