package dev.hpasteward.cluster.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.doctor.ReachabilityCheck.Question;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.source.PolicySource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachabilityCheckTest {

  private static final String FAILED =
      "Internal error occurred: failed calling webhook \"validate.hpa-steward.dev\": failed to call"
          + " webhook: ";

  private static Question expecting(Optional<Action> action) {
    return new Question("media", true, true, RuleId.CPU_TARGET, action, "so it is");
  }

  private static final Question DENIAL = expecting(Optional.of(Action.DENY));

  @Test
  void aDenialOfOursIsWhatIsWanted() {
    Answer answer =
        Answers.refused(
            403, "admission webhook \"validate.hpa-steward.dev\" denied the request: cpu-target");

    assertThat(ReachabilityCheck.of(DENIAL, answer))
        .isEqualTo(
            Diagnosis.ok(
                "dry run",
                "the API server reaches the webhook, which refused a bad HPA in namespace media"
                    + " (cpu-target)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Post \"https://x\": dial tcp 10.0.0.1:8443: connect: connection refused | nobody listens",
        "Address is not allowed | the API server of EKS reaches no pod on an overlay network",
        "Post \"https://x\": context deadline exceeded | nothing gets through to port 8443",
        "Post \"https://x\": dial tcp 10.0.0.1:8443: i/o timeout | nothing gets through to port 8443",
        "no endpoints available for service \"hpa-steward\" | no pod is ready",
        "service \"hpa-steward\" not found | the Service is not there",
        "tls: failed to verify certificate: x509: certificate signed by unknown authority | caBundle",
        "x509: certificate is valid for a.b, not c.d | the certificate has other names",
        "x509: certificate has expired or is not yet valid: current time | the certificate ended",
        "Post \"https://x\": dial tcp: lookup x: no such host | the name of the URL",
        "Post \"https://x\": EOF | the pod, or a proxy before it",
        "expected webhook response of admission.k8s.io/v1 | somebody else answers there",
        "the moon is in the wrong house | see the API server's log"
      })
  void eachFailureIsTranslated(String words, String remedy) {
    Diagnosis diagnosis = ReachabilityCheck.of(DENIAL, Answers.refused(500, FAILED + words));

    assertThat(diagnosis.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(diagnosis.found()).isEqualTo(FAILED + words);
    assertThat(diagnosis.remedy()).startsWith(remedy);
  }

  @Test
  void whatPassesAlthoughItIsDeniedNeverCameToUs() {
    assertThat(ReachabilityCheck.of(DENIAL, Answers.warned()).found())
        .isEqualTo(
            "a bad HPA in namespace media passed: the webhook was not reached, or does not yet know"
                + " the cluster");
  }

  @Test
  void aWarningIsEnoughWhereNothingIsDenied() {
    Answer answer = Answers.warned("cpu-target: found 1001");

    assertThat(ReachabilityCheck.of(expecting(Optional.of(Action.WARN)), answer).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(ReachabilityCheck.of(DENIAL, answer).verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void aNamespaceThatTellsNothingIsExplained() {
    assertThat(ReachabilityCheck.of(expecting(Optional.of(Action.AUDIT)), Answers.warned()))
        .isEqualTo(
            Diagnosis.warn(
                "dry run",
                "a bad HPA in namespace media passed, as it should: so it is",
                "name a namespace that is enforced with --dry-run-namespace"));
    Question elsewhere =
        new Question("media", true, false, RuleId.CPU_TARGET, Optional.of(Action.DENY), "");
    assertThat(ReachabilityCheck.of(elsewhere, Answers.warned()).found())
        .isEqualTo(
            "a bad HPA in namespace media passed: the webhook configuration does not mean that"
                + " namespace");
  }

  @ParameterizedTest
  @CsvSource({
    "403, User \"ada\" cannot create resource, SKIP",
    "404, namespaces \"media\" not found, FAIL",
    "403, exceeded quota, WARN"
  })
  void refusalsOfOthersAreToldApart(int code, String message, Verdict verdict) {
    assertThat(ReachabilityCheck.of(DENIAL, Answers.refused(code, message)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void theBadHpaBreaksTheEmbeddedPolicy() {
    BadAutoscaler bad = BadAutoscaler.of(PolicySource.embedded());

    assertThat(bad.rule()).isEqualTo(RuleId.CPU_TARGET);
    assertThat(bad.json()).contains("\"hpa-steward.dev/service-type\": \"livekit-egress\"");
  }
}
