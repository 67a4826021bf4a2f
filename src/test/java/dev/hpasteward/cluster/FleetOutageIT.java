package dev.hpasteward.cluster;

import static dev.hpasteward.cluster.LabelledFleet.autoscaler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.cluster.LabelledFleet.Generated;
import dev.hpasteward.controlplane.AnsweredRequest;
import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fleet of a thousand whose API server is away for minutes. */
@Tag("endurance")
class FleetOutageIT {

  private static final int SIZE = 1_000;

  /** Half of it the API server hangs, half of it it is gone. */
  private static final Duration HALF = Duration.ofSeconds(150);

  private static final Duration REPAIRED = Duration.ofMinutes(1);

  /** On a machine that runs other builds. */
  private static final Duration GENERATED = Duration.ofMinutes(10);

  /** What goes on by itself, or only tells of a write. */
  private static final Set<String> BESIDES = Set.of("leases", "events");

  private static OwnApiServer apiServer;
  private static ServedWebhook program;
  private static LabelledFleet fleet;

  @BeforeAll
  static void start() {
    apiServer = OwnApiServer.start();
    fleet = new LabelledFleet(apiServer.kubectl(apiServer.kubeconfig(), "default"), SIZE);
    fleet.create();
    program = ServedWebhook.startReconciling("--kubeconfig=" + apiServer.kubeconfig()).awaitReady();
  }

  @AfterAll
  static void end() {
    if (program != null) {
      program.program().kill();
    }
    apiServer.close();
  }

  @Test
  void noAutoscalerIsLostOrDoubledAndOnlyDriftIsRepairedAfterFiveMinutesWithoutApiServer() {
    await().atMost(GENERATED).pollInterval(Duration.ofSeconds(5)).until(fleet::allRight);
    Map<String, Generated> before = fleet.autoscalers();

    apiServer.pause();
    stillReadyFor(HALF);
    apiServer.end();
    stillReadyFor(HALF);
    int answered = AnsweredRequest.in(apiServer.auditLog()).size();
    apiServer.startAgain();
    fleet.kubectl().run("delete", "hpa", autoscaler(7), "--wait=false").output();
    fleet
        .kubectl()
        .run("patch", "hpa", autoscaler(8), "--type=merge", "-p={\"spec\":{\"maxReplicas\":3}}")
        .output();

    await().atMost(REPAIRED).until(fleet::allRight);
    // A further minute, in which nothing else may be written.
    Instant until = Instant.now().plus(REPAIRED);
    await().atMost(REPAIRED.multipliedBy(2)).until(() -> Instant.now().isAfter(until));

    Map<String, Generated> after = fleet.autoscalers();
    assertThat(after.get(autoscaler(7))).isNotEqualTo(before.remove(autoscaler(7)));
    after.remove(autoscaler(7));
    assertThat(after).isEqualTo(before);
    assertThat(writesSince(answered))
        .extracting(AnsweredRequest::name)
        .containsExactlyInAnyOrder(autoscaler(7), autoscaler(8));
  }

  private static void stillReadyFor(Duration time) {
    Instant until = Instant.now().plus(time);
    await()
        .atMost(time.multipliedBy(2))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              assertThat(ready()).isEqualTo(200);
              return Instant.now().isAfter(until);
            });
  }

  private static int ready() {
    return RestAssured.get("http://127.0.0.1:" + program.managementPort() + "/q/health/ready")
        .statusCode();
  }

  private static List<AnsweredRequest> writesSince(int answered) {
    return AnsweredRequest.in(apiServer.auditLog()).stream()
        .skip(answered)
        .filter(request -> request.wrote() && request.userAgent().startsWith("fabric8"))
        .filter(request -> !BESIDES.contains(request.resource()))
        .toList();
  }
}
