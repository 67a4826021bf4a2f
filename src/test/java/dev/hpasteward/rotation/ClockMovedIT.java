package dev.hpasteward.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ReconciledCluster;
import dev.hpasteward.controlplane.ServedWebhook;
import dev.hpasteward.model.StewardKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody sets the wall clocks of the nodes, or one of them, while reviews come. */
@Tag("endurance")
class ClockMovedIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration FAR = Duration.ofHours(2);
  private static final int SECONDS = 30;
  private static final int REVIEWS_PER_SECOND = 50;

  /** A lease lasts 15 s: who would lose it by a clock has lost it then. */
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(25);

  ClockMovedIT() {}

  @Test
  void noReviewFailsOneLeadsAtMostAndExemptionsEndByTheClockOfTheNode() {
    List<WallClock> clocks = List.of(WallClock.right(), WallClock.right());
    try (Installation installation =
        Installation.start(
            ClockMovedIT.class,
            SECONDS,
            Map.of("NOTICE", "1s", "OVERLAP", "3s"),
            clocks.stream().map(WallClock::environment).toList())) {
      installation.awaitReady().awaitOneAuthority();
      await().atMost(SOON).until(installation::reviewed);
      Kubectl kubectl = installation.kubectl();
      kubectl
          .run("label", "namespace", kubectl.namespace(), ReconciledCluster.LABEL + "=Enforce")
          .output();
      int leader = leader(installation);
      try (ReviewLoad load =
          ReviewLoad.start(
              installation.controlPlane().kubeconfig(),
              installation.kubectl().namespace(),
              REVIEWS_PER_SECOND)) {

        move(installation, clocks, leader, Duration.ZERO, FAR);
        assertOneLeads(installation);
        // Made by a clock that is ahead of the API server's.
        String first = installation.awaitOneAuthority();
        kubectl.run("delete", "secret", Installation.SECRET).output();
        await()
            .atMost(SOON)
            .until(
                () -> installation.secret("ca.crt"),
                made -> !made.isEmpty() && !made.equals(first));
        await().atMost(SOON).until(() -> installation.awaitOneAuthority().length() > 0);

        move(installation, clocks, 1 - leader, Duration.ZERO, FAR);
        move(installation, clocks, leader, FAR, Duration.ZERO);
        assertOneLeads(installation);
        kubectl.run("create", "deployment", "agents", "--image=agent").output();
        kubectl.run("label", "deployment", "agents", StewardKeys.SERVICE_TYPE + "=agent").output();
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(kubectl.run("get", "hpa", "agents-hpa-steward").exitCode())
                        .as(installation.log())
                        .isZero());

        assertThat(load.end()).as("reviews that failed; %s", load.summary()).isEmpty();
        System.out.println("clocks moved by " + FAR + ": " + load.summary());
      }

      Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
      clocks.forEach(clock -> clock.set(Duration.ZERO));
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(exempt(installation, end))
                      .contains("created (server dry run)", "Warning: cpu-target: exempt until "));
      clocks.forEach(clock -> clock.set(FAR));
      assertThat(exempt(installation, end)).contains("denied the request", "cpu-target: ");
    }
  }

  private static int leader(Installation installation) {
    List<ServedWebhook> programs = installation.programs();
    await().atMost(SOON).until(() -> programs.stream().anyMatch(Installation::leads));
    return Installation.leads(programs.get(0)) ? 0 : 1;
  }

  /** Sets one clock, and sees by what the process says of its certificate that it goes by it. */
  private static void move(
      Installation installation,
      List<WallClock> clocks,
      int process,
      Duration before,
      Duration after) {
    ServedWebhook program = installation.programs().get(process);
    double expected = Installation.expirySeconds(program) - after.minus(before).toSeconds();
    clocks.get(process).set(after);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Installation.expirySeconds(program)).isCloseTo(expected, within(120.0)));
  }

  /** A leader that has jumped may hand over; but never are there two, and soon there is one. */
  private static void assertOneLeads(Installation installation) {
    await()
        .during(LONGER_THAN_A_LEASE)
        .atMost(LONGER_THAN_A_LEASE.plus(SOON))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              long leaders = installation.programs().stream().filter(Installation::leads).count();
              assertThat(leaders).as("leaders at a time").isLessThanOrEqualTo(1);
              return leaders == 1;
            });
  }

  /** What kubectl says to an HPA that breaks a rule and is exempt from it until then. */
  private static String exempt(Installation installation, Instant until) {
    Kubectl.Result result =
        installation
            .kubectl()
            .runWithInput(
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: agent
                  labels: {hpa-steward.dev/service-type: agent}
                  annotations:
                    hpa-steward.dev/exempt: cpu-target
                    hpa-steward.dev/exempt-reason: VOICE-7 load test
                    hpa-steward.dev/exempt-until: "%s"
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  maxReplicas: 10
                  metrics:
                  - type: Resource
                    resource: {name: cpu, target: {type: Utilization, averageUtilization: 95}}
                """
                    .formatted(until),
                "create",
                "--dry-run=server",
                "-f",
                "-");
    return result.stdout() + result.stderr();
  }
}
