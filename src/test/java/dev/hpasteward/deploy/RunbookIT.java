package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
  private final EgressTeam team = EgressTeam.in(cluster);

  private boolean holds = true;

  RunbookIT() {}

  @BeforeAll
  void reportsAreKept() {
    team.kubectl()
        .run("apply", "-f", "src/test/resources/acceptance/reports/policyreports.yaml")
        .output();
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
            "README.md: Install",
            onCall,
            Runbook.under(Path.of("README.md"), "Install").section("Install"),
            this::isOn));
    tests.add(
        following(
            "install.md: Remove",
            onCall,
            Runbook.under(Path.of("docs", "install.md"), "Remove").section("Remove"),
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

  private void isOn() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(team.badAutoscaler().stderr()).contains("denied the request"));
  }

  private void offHelpsWhenNobodyAnswers() {
    cluster.kubectl().run("scale", "deployment/hpa-steward", "--replicas=0").output();
    cluster.settle();
    assertThat(team.badAutoscaler().stderr()).contains("failed calling webhook");

    team.kubectl().run("label", "namespace", "media", "hpa-steward.dev/mode=off").output();
    await().atMost(SOON).untilAsserted(() -> assertThat(team.badAutoscaler().exitCode()).isZero());

    team.kubectl().run("label", "namespace", "media", "hpa-steward.dev/mode-").output();
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
    assertThat(team.badAutoscaler().exitCode()).isZero();
  }
}
