package dev.hpasteward.cluster.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerChecksTest {

  private static final Answer NOT_FOUND = Answers.refused(404, "not found");

  @ParameterizedTest
  @CsvSource({
    "v1.36.3, OK, https://k/ is v1.36.3",
    "v1.30.0-eks-1, OK, https://k/ is v1.30.0-eks-1",
    "v1.29.9, FAIL, 'https://k/ is v1.29.9, too old: webhooks have no matchConditions there'",
    "main, WARN, https://k/ is main"
  })
  void theVersionDecides(String release, Verdict verdict, String found) {
    Diagnosis diagnosis =
        ServerCheck.of(
            "https://k/",
            Answers.ok("{'gitVersion': '%s'}".formatted(release)),
            Answers.ok("{}"),
            NOT_FOUND);

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.found()).isEqualTo(found);
  }

  @Test
  void whoAsksIsNamed() {
    Diagnosis diagnosis =
        ServerCheck.of(
            "https://k/",
            Answers.ok("{'gitVersion': 'v1.36.3'}"),
            Answers.ok("{}"),
            Answers.ok("{'status': {'userInfo': {'username': 'ada'}}}"));

    assertThat(diagnosis)
        .isEqualTo(Diagnosis.ok("API server", "https://k/ is v1.36.3, asked as ada"));
  }

  @Test
  void withoutTheApiOfAutoscalersNothingWorks() {
    Diagnosis diagnosis =
        ServerCheck.of("k", Answers.ok("{'gitVersion': 'v1.22.0'}"), NOT_FOUND, NOT_FOUND);

    assertThat(diagnosis)
        .isEqualTo(
            Diagnosis.fail(
                "API server",
                "k is v1.22.0, without autoscaling/v2",
                "use Kubernetes 1.30 or later"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{''spec'': {''behavior'': {''scaleUp'': {''tolerance'': ''0''}}}}', OK",
    "'{''spec'': {''behavior'': {''scaleUp'': {}}}}', WARN"
  })
  void aToleranceIsKeptOrDropped(String stored, Verdict verdict) {
    assertThat(ToleranceCheck.of(Answers.ok(stored)).verdict()).isEqualTo(verdict);
  }

  @Test
  void whoeverMayNotSendADryRunLearnsWhatToUse() {
    assertThat(
            ToleranceCheck.of(
                Answers.refused(403, "hpas is forbidden: User \"ada\" cannot create resource")))
        .isEqualTo(
            Diagnosis.skip(
                "tolerance",
                "a dry run of an HPA in namespace kube-system was refused: hpas is forbidden: User"
                    + " \"ada\" cannot create resource",
                "use a kubeconfig that may create HPAs in namespace kube-system"));
  }
}
