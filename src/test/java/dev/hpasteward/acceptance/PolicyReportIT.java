package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ReconciledCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people see with the tools that they have, of workloads from before the policy. */
class PolicyReportIT {

  private static final ReconciledCluster CLUSTER = ReconciledCluster.running();
  private static final Path CRDS = Path.of("src", "test", "resources", "acceptance", "reports");

  /** Promised for CRDs that come later, and twice what a report waits at most. */
  private static final Duration A_MINUTE = Duration.ofSeconds(75);

  private static final List<String> KINDS = List.of("policyreports", "reports.openreports.io");

  private static final String RESULTS =
      "jsonpath={range .results[*]}{.result} {.rule} {.resources[*].name} {.properties.mode}{'\\n'}{end}";

  private final Kubectl kubectl = CLUSTER.kubectl(PolicyReportIT.class, "Audit");

  /** The program has been running without them. */
  @BeforeAll
  static void theKindsAreInstalledLate() {
    for (String crd : List.of("policyreports.yaml", "reports.yaml")) {
      CLUSTER.controlPlane().kubectl().runWithInput(read(crd), "apply", "-f", "-").output();
    }
  }

  @AfterAll
  static void withoutTheKinds() {
    for (String crd : List.of("policyreports.yaml", "reports.yaml")) {
      CLUSTER
          .controlPlane()
          .kubectl()
          .runWithInput(read(crd), "delete", "--ignore-not-found", "-f", "-");
    }
  }

  @Test
  void aBadAutoscalerIsReportedUntilItIsMendedAndTheReportGoesWithTheLastWorkload() {
    create(Manifests.deployment("old", "agent"), autoscaler(85));
    String before = specs();

    for (String kind : KINDS) {
      await()
          .atMost(A_MINUTE)
          .untilAsserted(
              () ->
                  assertThat(report(kind, RESULTS).stdout())
                      .startsWith("fail cpu-target old old audit\n"));
      assertThat(report(kind, "jsonpath={.results[?(@.rule=='cpu-target')].message}").stdout())
          .isEqualTo(
              "HPA old: cpu-target: spec.metrics[0].resource.target.averageUtilization: found 85,"
                  + " allowed at most 50\n  fix: set it to 50");
      assertThat(kubectl.run("get", kind).output())
          .containsPattern("hpa-steward +30 +1 +0 +0 +0\n");
    }
    assertThat(specs()).isEqualTo(before);
    assertThat(metrics())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("hpa_steward_workload_findings{")
                    .contains(
                        "rule=\"cpu-target\"",
                        "action=\"audit\"",
                        "mode=\"audit\"",
                        "exempt=\"false\""))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("hpa_steward_workloads{")
                    .contains("service_type=\"agent\"", "mode=\"audit\""))
        .anySatisfy(
            line -> assertThat(line).startsWith("hpa_steward_exemptions_expiring{days=\"7\"}"));

    apply(autoscaler(50));
    for (String kind : KINDS) {
      await()
          .atMost(A_MINUTE)
          .untilAsserted(() -> assertThat(report(kind, RESULTS).stdout()).isEmpty());
      assertThat(kubectl.run("get", kind).output())
          .containsPattern("hpa-steward +31 +0 +0 +0 +0\n");
    }

    kubectl.run("delete", "hpa,deployment", "old").output();
    for (String kind : KINDS) {
      await().atMost(A_MINUTE).until(() -> report(kind, RESULTS).stderr().contains("NotFound"));
    }
  }

  @Test
  void whatHasNotChangedIsNotWritten() {
    create(Manifests.deployment("old", "agent"), autoscaler(85));
    for (String kind : KINDS) {
      await()
          .atMost(A_MINUTE)
          .until(() -> report(kind, RESULTS).stdout().startsWith("fail cpu-target"));
    }
    List<String> before = stored();

    for (int round = 0; round < 2; round++) {
      double rounds = rounds();
      // Whatever is looked at makes a new round; this says nothing about any workload.
      kubectl
          .run("label", "--overwrite", "namespace", kubectl.namespace(), "round=n" + round)
          .output();
      await().atMost(A_MINUTE).until(() -> rounds() > rounds);
    }

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void aReportOfSomebodyElseIsLeftAlone() {
    String theirs =
        """
        apiVersion: wgpolicyk8s.io/v1alpha2
        kind: PolicyReport
        metadata: {name: hpa-steward}
        summary: {pass: 7}
        """;
    await()
        .atMost(A_MINUTE)
        .untilAsserted(() -> kubectl.runWithInput(theirs, "create", "-f", "-").output());
    create(Manifests.deployment("old", "agent"), autoscaler(85));
    await()
        .atMost(A_MINUTE)
        .until(() -> report(KINDS.get(1), RESULTS).stdout().startsWith("fail cpu-target"));

    await()
        .atMost(A_MINUTE)
        .until(
            () ->
                metrics().stream()
                    .anyMatch(
                        line ->
                            line.startsWith("hpa_steward_report_writes_total{")
                                && line.contains("outcome=\"foreign\"")));
    assertThat(report(KINDS.get(0), "jsonpath={.summary.pass} {.metadata.labels}").output())
        .isEqualTo("7 ");
    kubectl.run("delete", "hpa,deployment", "old").output();
    await()
        .atMost(A_MINUTE)
        .until(() -> report(KINDS.get(1), RESULTS).stderr().contains("NotFound"));
    assertThat(report(KINDS.get(0), "jsonpath={.summary.pass}").output()).isEqualTo("7");
  }

  /** Nothing is wrong with it but its CPU target, if that is above 50. */
  private static String autoscaler(int cpu) {
    return Manifests.autoscaler(
        "old",
        "",
        "old",
        Manifests.cpuMetric(cpu)
            + """
            behavior:
              scaleUp: {tolerance: "0", stabilizationWindowSeconds: 15}
              scaleDown: {stabilizationWindowSeconds: 300, policies: [{type: Pods, value: 1, periodSeconds: 60}]}
            """);
  }

  private Kubectl.Result report(String kind, String output) {
    return kubectl.run("get", kind, "hpa-steward", "-o", output);
  }

  private void create(String... manifests) {
    kubectl.runWithInput(String.join("", manifests), "create", "-f", "-").output();
  }

  private void apply(String manifest) {
    kubectl.runWithInput(manifest, "apply", "-f", "-").output();
  }

  /** Of what people wrote. */
  private String specs() {
    return kubectl
        .run("get", "hpa/old", "deployment/old", "-o", "jsonpath={.items[*].spec}")
        .output();
  }

  private List<String> stored() {
    return KINDS.stream()
        .map(kind -> report(kind, "jsonpath={.metadata.resourceVersion}").output())
        .toList();
  }

  private static double rounds() {
    return Metrics.of(CLUSTER.program().managementPort()).sum("hpa_steward_survey_seconds_count");
  }

  private static List<String> metrics() {
    return Metrics.of(CLUSTER.program().managementPort()).lines();
  }

  private static String read(String crd) {
    try {
      return Files.readString(CRDS.resolve(crd));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
