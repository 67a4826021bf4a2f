package dev.hpasteward.cluster.policyreport;

/**
 * A kind of report that tools read. Both have the same results; each is written where its CRD is
 * installed. Our service account needs {@code get}, {@code list}, {@code create}, {@code patch} and
 * {@code delete} on each.
 */
enum ReportKind {
  /** Of the Kubernetes policy working group. */
  POLICY_REPORT("wgpolicyk8s.io", "v1alpha2", "PolicyReport", "policyreports"),
  /** Its successor, OpenReports. */
  REPORT("openreports.io", "v1alpha1", "Report", "reports");

  private final String group;
  private final String version;
  private final String kind;
  private final String plural;

  ReportKind(String group, String version, String kind, String plural) {
    this.group = group;
    this.version = version;
    this.kind = kind;
    this.plural = plural;
  }

  /** Its name in manifests. */
  String kind() {
    return kind;
  }

  String apiVersion() {
    return group + "/" + version;
  }

  /** Where the API server lists the resources of this group and version. */
  String discoveryPath() {
    return "/apis/" + apiVersion();
  }

  /** Where all of them are. */
  String path() {
    return discoveryPath() + "/" + plural;
  }

  /** Where the report of this namespace is. */
  String path(String namespace) {
    return discoveryPath() + "/namespaces/" + namespace + "/" + plural + "/" + ReportDocument.NAME;
  }
}
