package dev.hpasteward.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.certificate.SelfMadeCertificates;
import dev.hpasteward.controlplane.ProgramProcess;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program while the API server is away, and after; takes minutes. */
@Tag("endurance")
class OutageIT {

  private static final Pattern PORT = Pattern.compile(".*health and metrics on port (\\d+);.*");

  /** Longer than all that the program waits between two tries. */
  private static final Duration BACK = Duration.ofSeconds(90);

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static OwnApiServer apiServer;
  private static @TempDir Path certificates;

  @BeforeAll
  static void start() throws IOException {
    apiServer = OwnApiServer.start();
    SelfMadeCertificates.write(
        certificates, List.of("127.0.0.1"), Duration.ofDays(1), Instant.now());
  }

  @AfterEach
  void itIsThereForTheNextTest() {
    apiServer.ensureRunning();
  }

  @AfterAll
  static void end() {
    apiServer.close();
  }

  @Test
  void aProgramThatIsThereBeforeItsApiServerSaysWhyItIsNotReadyAndBecomesReadyLater() {
    apiServer.end();
    try (Program program = Program.start()) {
      await()
          .atMost(BACK)
          .untilAsserted(
              () ->
                  assertThat(program.reasons())
                      .hasEntrySatisfying("Deployment", OutageIT::saysWhy)
                      .hasEntrySatisfying("HorizontalPodAutoscaler", OutageIT::saysWhy)
                      .hasEntrySatisfying("Namespace", OutageIT::saysWhy)
                      .containsKeys("ScaledObject", "VerticalPodAutoscaler", "tolerances"));
      assertThat(program.health().statusCode()).isEqualTo(503);

      apiServer.startAgain();

      program.awaitReady();
    }
  }

  private static void saysWhy(String reason) {
    assertThat(reason).startsWith("Connection refused");
  }

  @Test
  void whatAnApiServerDidNotTellBeforeItEndedIsSeenWhenItIsBack() {
    apiServer.createDeployment("kept");
    apiServer.createDeployment("deleted");
    try (Program program = Program.start()) {
      program.awaitReady();
      int seen = program.deployments();

      apiServer.end();
      apiServer.deleteFromStore("deleted");
      await().atMost(BACK).until(() -> program.age() > 25);
      assertThat(program.health().statusCode()).isEqualTo(200);
      assertThat(program.deployments()).isEqualTo(seen);

      apiServer.startAgain();
      await().atMost(BACK).until(() -> program.deployments() == seen - 1);
      await().atMost(BACK).until(() -> program.age() < 25);
      apiServer.createDeployment("after-the-end");
      await().atMost(BACK).until(() -> program.deployments() == seen);
    }
  }

  @Test
  void anApiServerThatDoesNotAnswerForHalfAMinuteChangesNothing() {
    try (Program program = Program.start()) {
      program.awaitReady();
      int seen = program.deployments();

      apiServer.pause();
      Instant until = Instant.now().plus(PAUSE);
      await()
          .atMost(BACK)
          .until(
              () -> {
                assertThat(program.health().statusCode()).isEqualTo(200);
                assertThat(program.deployments()).isEqualTo(seen);
                return Instant.now().isAfter(until);
              });
      apiServer.resume();

      apiServer.createDeployment("after-the-pause");
      await().atMost(BACK).until(() -> program.deployments() == seen + 1);
    }
  }

  @Test
  void aProgramEndsInGoodOrderWhileItsApiServerDoesNotAnswer() {
    try (Program program = Program.start()) {
      program.awaitReady();
      apiServer.pause();
      try {
        // Process.destroy would close its output too.
        ProcessHandle.of(program.process().pid()).ifPresent(ProcessHandle::destroy);
        assertThat(program.process().exitCode()).isEqualTo(143);
      } finally {
        apiServer.resume();
      }
      assertThat(program.process().output()).contains("hpa-steward stopped in");
    }
  }

  private record Program(ProgramProcess process, String management) implements AutoCloseable {

    static Program start() {
      ProgramProcess process =
          ProgramProcess.start(
              "serve",
              "--port=0",
              "--management-port=0",
              "--host=127.0.0.1",
              "--certificates=" + certificates,
              "--kubeconfig=" + apiServer.kubeconfig());
      Matcher port = PORT.matcher(process.awaitLine(line -> PORT.matcher(line).matches()));
      if (!port.matches()) {
        throw new AssertionError("no port in: " + process.output());
      }
      return new Program(process, "http://127.0.0.1:" + port.group(1));
    }

    Response health() {
      return RestAssured.get(management + "/q/health/ready");
    }

    /** What keeps the view from being ready, by kind. */
    Map<String, String> reasons() {
      Map<String, String> reasons = health().path("checks.find { it.name == 'cluster' }.data");
      return reasons == null ? Map.of() : reasons;
    }

    void awaitReady() {
      await().atMost(BACK).until(() -> health().statusCode() == 200);
    }

    int deployments() {
      return (int) metric("hpa_steward_view_objects{kind=\"Deployment\"}");
    }

    double age() {
      return metric("hpa_steward_view_age_seconds");
    }

    private double metric(String name) {
      return RestAssured.get(management + "/q/metrics")
          .asString()
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
