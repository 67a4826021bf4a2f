package dev.hpasteward.cluster.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessChecksTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Answer NOT_FOUND = Answers.refused(404, "not found");
  private static final Answer PODS = Answers.ok("{'items': [{'metadata': {'name': 'pod-1'}}]}");

  @ParameterizedTest
  @CsvSource({"2, OK", "1, WARN", "0, FAIL"})
  void podsMustBeReady(int ready, Verdict verdict) {
    Answer deployment =
        Answers.ok("{'spec': {'replicas': 2}, 'status': {'readyReplicas': %d}}".formatted(ready));

    Diagnosis diagnosis = DeploymentCheck.of(deployment, "hpa-steward/hpa-steward");

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.found())
        .startsWith("hpa-steward/hpa-steward has %d of 2 pods ready".formatted(ready));
  }

  @ParameterizedTest
  @CsvSource({
    "true, OK, a/b leads to 1 ready of 1",
    "false, FAIL, a/b leads to 0 ready of 1: the API server reaches nobody"
  })
  void theServiceMustLeadSomewhere(boolean ready, Verdict verdict, String found) {
    Answer slices =
        Answers.ok("{'items': [{'endpoints': [{'conditions': {'ready': %s}}]}]}".formatted(ready));

    Diagnosis diagnosis = EndpointsCheck.of(Answers.ok("{}"), slices, "a/b");

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.found()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "pod-1_ab12, 2026-11-24T11:59:55.000000Z, OK, a/b is held by pod-1_ab12",
    "pod-9_ab12, 2026-11-24T11:59:55.000000Z, WARN, 'a/b is held by pod-9_ab12, which is none of the"
        + " pods'",
    "pod-1_ab12, 2026-11-24T11:00:00.000000Z, FAIL, a/b was last renewed 2026-11-24T11:00:00Z by"
        + " pod-1_ab12",
    "'', 2026-11-24T11:59:55.000000Z, FAIL, a/b is held by nobody"
  })
  void somebodyAliveMustLead(String holder, String renewed, Verdict verdict, String found) {
    Answer lease =
        Answers.ok(
            "{'spec': {'holderIdentity': '%s', 'renewTime': '%s', 'leaseDurationSeconds': 15}}"
                .formatted(holder, renewed));

    Diagnosis diagnosis = LeaseCheck.of(lease, PODS, "a/b", NOW);

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.found()).isEqualTo(found);
  }

  @Test
  void whatIsNotThereIsAFailure() {
    assertThat(
            List.of(
                DeploymentCheck.of(NOT_FOUND, "a/b"),
                EndpointsCheck.of(NOT_FOUND, NOT_FOUND, "a/b"),
                LeaseCheck.of(NOT_FOUND, PODS, "a/b", NOW)))
        .extracting(Diagnosis::found)
        .containsExactly("there is no a/b", "there is no a/b", "there is no a/b: nobody leads");
  }

  @Test
  void whatMayNotBeReadIsSkipped() {
    Answer forbidden = Answers.refused(403, "User \"ada\" cannot get resource");

    assertThat(LeaseCheck.of(forbidden, PODS, "a/b", NOW).verdict()).isEqualTo(Verdict.SKIP);
    assertThat(DeploymentCheck.of(Answer.none("no answer in time"), "a/b").verdict())
        .isEqualTo(Verdict.FAIL);
  }
}
