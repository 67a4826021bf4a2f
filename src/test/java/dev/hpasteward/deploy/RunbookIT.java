package dev.hpasteward.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hpasteward.controlplane.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every command of {@code docs/runbook.md}, in its order, and the state after each section. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunbookIT {

  private final InstalledCluster cluster = InstalledCluster.start();
  private final Kubectl media = cluster.kubectl().inNamespace("media");

  private boolean holds = true;

  RunbookIT() {}

  @BeforeAll
  void aTeamHasAFleet() throws IOException {
    media.run("create", "namespace", "media").output();
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
  Stream<DynamicTest> whatTheRunbookSaysHolds() throws IOException {
    Runbook runbook = Runbook.of(Files.readString(Path.of("docs", "runbook.md")));
    OnCall onCall = OnCall.at(cluster);
    return runbook.sections().stream()
        .filter(section -> !section.steps().isEmpty())
        .map(
            section ->
                DynamicTest.dynamicTest(
                    section.heading(),
                    () -> {
                      // One section stands on the other.
                      assumeTrue(holds, "an earlier section failed");
                      holds = false;
                      onCall.follow(section);
                      holds = true;
                    }));
  }
}
