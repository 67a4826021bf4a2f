package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hpasteward.controlplane.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every command of {@code docs/runbook.md}, in its order, with all that it shows. Before it, how
 * the README installs, and how {@code docs/install.md} removes that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunbookIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final InstalledCluster cluster = InstalledCluster.start();
  private final Kubectl media = cluster.kubectl().inNamespace("media");

  private boolean holds = true;

  RunbookIT() {}

  @BeforeAll
  void aTeamHasAFleet() throws IOException {
    media.run("create", "namespace", "media").output();
    media.run("apply", "-f", "src/test/resources/acceptance/reports/policyreports.yaml").output();
    media
        .runWithInput(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: egress
              labels: {hpa-steward.dev/service-type: livekit-egress}
            spec:
              replicas: 3
              selector: {matchLabels: {app: egress}}
              template:
                metadata: {labels: {app: egress}}
                spec:
                  terminationGracePeriodSeconds: 3600
                  containers:
                  - {name: egress, image: example.com/egress, resources: {requests: {cpu: 1, memory: 1Gi}}}
            """,
            "create",
            "-f",
            "-")
        .output();
    cluster.metrics(
        "media",
        """
        {"pods": [{"selector": "app=egress", "cpu": "1200m", "memory": "1700Mi", "spread": true}],
         "custom": [{"metric": "livekit_egress_available", "selector": "app=egress", "value": "1"}]}
        """);
  }

  @AfterAll
  void takeDown() {
    cluster.close();
  }

  @TestFactory
  Stream<DynamicTest> whatThePagesSayHolds() throws IOException {
    OnCall onCall = OnCall.at(cluster);
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        following(
            "README.md: Install", onCall, section(Path.of("README.md"), "Install"), this::isOn));
    tests.add(
        following(
            "install.md: Remove",
            onCall,
            section(Path.of("docs", "install.md"), "Remove"),
            this::nothingIsLeft));
    Map<String, Runnable> after =
        Map.of("One namespace", this::offHelpsWhenNobodyAnswers, "Uninstall", this::nothingIsLeft);
    Runbook.of(Files.readString(Path.of("docs", "runbook.md"))).sections().stream()
        .filter(section -> !section.steps().isEmpty())
        .forEach(
            section ->
                tests.add(
                    following(
                        section.heading(),
                        onCall,
                        section,
                        after.getOrDefault(section.heading(), () -> {}))));
    return tests.stream();
  }

  private DynamicTest following(
      String name, OnCall onCall, Runbook.Section section, Runnable afterwards) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          // One section stands on the other.
          assumeTrue(holds, "an earlier section failed");
          holds = false;
          onCall.follow(section);
          afterwards.run();
          holds = true;
        });
  }

  /** One section of a page that is not all commands. */
  private static Runbook.Section section(Path page, String heading) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf("\n## " + heading + "\n") + 1;
    assertThat(start).as("where %s has %s", page, heading).isPositive();
    int end = text.indexOf("\n## ", start);
    return Runbook.of(text.substring(start, end < 0 ? text.length() : end)).section(heading);
  }

  private Kubectl.Result probe() {
    return media.run(
        "autoscale",
        "deployment",
        "egress",
        "--name=probe",
        "--cpu=80%",
        "--max=3",
        "--dry-run=server");
  }

  private void isOn() {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(probe().stderr()).contains("denied the request"));
  }

  private void offHelpsWhenNobodyAnswers() {
    cluster.kubectl().run("scale", "deployment/hpa-steward", "--replicas=0").output();
    cluster.settle();
    assertThat(probe().stderr()).contains("failed calling webhook");

    media.run("label", "namespace", "media", "hpa-steward.dev/mode=off").output();
    await().atMost(SOON).untilAsserted(() -> assertThat(probe().exitCode()).isZero());

    media.run("label", "namespace", "media", "hpa-steward.dev/mode-").output();
    cluster.kubectl().run("scale", "deployment/hpa-steward", "--replicas=2").output();
    cluster.settle();
    isOn();
  }

  /** But for what the page says: generated HPAs, until they are removed. */
  private void nothingIsLeft() {
    for (String kind :
        List.of(
            "namespaces",
            "customresourcedefinitions",
            "clusterroles",
            "clusterrolebindings",
            "mutatingwebhookconfigurations",
            "validatingwebhookconfigurations",
            "priorityclasses")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(cluster.kubectl().run("get", kind, "--output=name").output())
                      .doesNotContain("hpa-steward"));
    }
    assertThat(probe().exitCode()).isZero();
  }
}
