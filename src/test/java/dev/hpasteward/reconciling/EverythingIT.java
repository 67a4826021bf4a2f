package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.OptionalKind;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ReconciledCluster;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All that the program does, once: what it needs for that, and how it tells of it. */
class EverythingIT {

  private static final Path REPORTS = Path.of("src", "test", "resources", "acceptance", "reports");

  /** Kinds that come later are noticed within a minute, and reports wait half a minute. */
  private static final Duration LATER = Duration.ofMinutes(2);

  private static final Pattern FAMILY = Pattern.compile("# TYPE (hpa_steward_[a-z_]+) (.*)");

  private static final String EXEMPT = "hpa_steward_exemptions_in_use{";

  /** Once everything was done. */
  private static String metrics = "";

  private static List<String> kinds() throws IOException {
    return List.of(
        OptionalKind.SCALED_OBJECTS,
        OptionalKind.VERTICAL_AUTOSCALERS,
        Files.readString(REPORTS.resolve("policyreports.yaml")),
        Files.readString(REPORTS.resolve("reports.yaml")));
  }

  @AfterAll
  static void withoutTheKinds() throws IOException {
    for (String kind : kinds()) {
      all().runWithInput(kind, "delete", "--ignore-not-found", "-f", "-");
    }
  }

  @BeforeAll
  static void everythingIsDone() throws IOException {
    for (String kind : kinds()) {
      all().runWithInput(kind, "apply", "-f", "-").output();
    }
    Fleet fleet = Fleet.enforced(EverythingIT.class).generated();
    aReviewOfWhatNobodyKnows();
    theCertificateIsMadeAnew();
    anEventIsCounted(fleet);
    bothReportsAreThere(fleet);
    anotherHpaTakesOver(fleet);
    oneIsRefused(fleet);
    metrics = await().atMost(LATER).until(EverythingIT::metrics, text -> text.contains(EXEMPT));
    fleet.kubectl().run("delete", "deployment", "egress").output();
  }

  /** As the API server recorded all requests of the program in these tests. */
  @Test
  void whatIsGrantedIsWhatIsUsed() {
    await()
        .atMost(LATER)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(Permission.used()).isEqualTo(Permission.granted()));
  }

  @Test
  void everyMetricIsDocumentedAndEveryDocumentedOneIsThere() throws IOException {
    Set<String> documented = new TreeSet<>();
    Matcher rows =
        Pattern.compile("^\\| `(hpa_steward_[a-z_]+)[`{]", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs", "operations.md")));
    while (rows.find()) {
      documented.add(rows.group(1));
    }

    assertThat(
            metrics.lines().map(FAMILY::matcher).filter(Matcher::matches).map(EverythingIT::name))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everyMetricExplainsItself() {
    assertThat(metrics.lines().filter(line -> line.startsWith("# HELP hpa_steward_")))
        .allMatch(line -> line.matches("# HELP hpa_steward_[a-z_]+ [A-Z1].{10,}"));
  }

  /** As Prometheus stores it. */
  private static String name(Matcher family) {
    return family.group(1) + (family.group(2).equals("counter") ? "_total" : "");
  }

  private static String metrics() {
    return RestAssured.given()
        .port(ReconciledCluster.running().program().managementPort())
        .get("http://127.0.0.1/q/metrics")
        .asString();
  }

  /** An HPA whose Deployment and namespace the view does not have: both are asked for. */
  private static void aReviewOfWhatNobodyKnows() {
    RestAssured.given()
        .relaxedHTTPSValidation()
        .contentType("application/json")
        .body(
            """
            {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
              "uid": "1", "operation": "CREATE", "namespace": "never-there", "name": "x",
              "kind": {"group": "autoscaling", "version": "v2", "kind": "HorizontalPodAutoscaler"},
              "resource": {"group": "autoscaling", "version": "v2",
                "resource": "horizontalpodautoscalers"},
              "userInfo": {"username": "somebody"},
              "object": {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
                "metadata": {"name": "x", "namespace": "never-there"},
                "spec": {"maxReplicas": 3, "scaleTargetRef": {"apiVersion": "apps/v1",
                  "kind": "Deployment", "name": "x"}}}}}
            """)
        .post(ReconciledCluster.running().program().url() + "/validate")
        .then()
        .statusCode(200);
  }

  /** By another authority, until the old one is trusted no more. */
  private static void theCertificateIsMadeAnew() {
    ProgramProcess program = ReconciledCluster.running().program().program();
    long before = retirements(program);
    all()
        .inNamespace("hpa-steward")
        .run("delete", "secret", ReconciledCluster.CERTIFICATE)
        .output();
    await().atMost(LATER).until(() -> retirements(program) > before);
  }

  private static long retirements(ProgramProcess program) {
    return program
        .output()
        .lines()
        .filter(line -> line.endsWith("the old authority is trusted no more"))
        .count();
  }

  /** The same repair until its Event, which is written once a minute at most, is a series. */
  private static void anEventIsCounted(Fleet fleet) {
    await()
        .atMost(LATER)
        // A repair more often than that is put off, as somebody would seem to fight us.
        .pollInterval(Duration.ofSeconds(20))
        .until(
            () -> {
              fleet
                  .kubectl()
                  .run(
                      "patch",
                      "hpa",
                      GENERATED,
                      "--type=merge",
                      "-p",
                      "{\"spec\":{\"maxReplicas\":7}}")
                  .output();
              fleet.awaitField(".spec.maxReplicas", "20");
              return !fleet
                  .kubectl()
                  .run(
                      "get",
                      "events.events.k8s.io",
                      "-o",
                      "jsonpath={.items[?(@.reason==\"AutoscalerRepaired\")].series.count}")
                  .output()
                  .isEmpty();
            });
  }

  private static void bothReportsAreThere(Fleet fleet) {
    for (String reports : List.of("policyreports", "reports.openreports.io")) {
      await()
          .atMost(LATER)
          .until(
              () ->
                  fleet
                      .kubectl()
                      .run("get", reports, "-o", "name")
                      .stdout()
                      .endsWith("/hpa-steward\n"));
    }
  }

  private static void anotherHpaTakesOver(Fleet fleet) {
    String exemption =
        """
        annotations:
          hpa-steward.dev/exempt: cpu-target
          hpa-steward.dev/exempt-reason: OPS-1 launch
          hpa-steward.dev/exempt-until: "%s"
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30));
    fleet.apply(Fleet.autoscaler("mine", 80, exemption)).awaitAutoscalers("mine");
  }

  private static void oneIsRefused(Fleet fleet) {
    assertThat(
            fleet
                .kubectl()
                .runWithInput(Fleet.autoscaler("second", 90, ""), "create", "-f", "-")
                .exitCode())
        .isEqualTo(1);
  }

  private static Kubectl all() {
    return ReconciledCluster.running().controlPlane().kubectl();
  }
}
