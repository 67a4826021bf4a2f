package dev.hpasteward.cluster.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.SelfMadeCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustChecksTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HOST = "hpa-steward.hpa-steward.svc";

  @TempDir private Path folder;

  private String authority = "";
  private Answer secret = Answer.none("not made yet");

  @BeforeEach
  void make() throws IOException {
    authority = SelfMadeCertificates.write(folder, List.of(HOST), Duration.ofDays(30), NOW);
    secret =
        Answers.ok(
            "{'data': {'tls.crt': '%s'}}"
                .formatted(base64(Files.readString(folder.resolve("tls.crt")))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, hpa-steward.hpa-steward.svc, OK",
    "22, hpa-steward.hpa-steward.svc, OK",
    "24, hpa-steward.hpa-steward.svc, WARN",
    "31, hpa-steward.hpa-steward.svc, FAIL",
    "-1, hpa-steward.hpa-steward.svc, OK",
    "-2, hpa-steward.hpa-steward.svc, FAIL",
    "0, hpa-steward.elsewhere.svc, FAIL"
  })
  void theCertificateMustHoldForTheServiceForAWhile(int days, String host, Verdict verdict) {
    ServingCertificate certificate =
        ServingCertificate.of(secret, "a/b", host, NOW.plus(Duration.ofDays(days)));

    assertThat(certificate.diagnosis().verdict()).isEqualTo(verdict);
    assertThat(certificate.chain()).as("the certificate and its authority").hasSize(2);
  }

  @Test
  void aSecretThatMayNotBeReadIsSkipped() {
    Answer forbidden = Answers.refused(403, "secrets is forbidden: User \"ada\" cannot get");

    assertThat(ServingCertificate.of(forbidden, "a/b", HOST, NOW).diagnosis().verdict())
        .isEqualTo(Verdict.SKIP);
  }

  @Test
  void aSecretWithoutACertificateIsAFailure() {
    assertThat(
            ServingCertificate.of(Answers.ok("{'data': {}}"), "a/b", HOST, NOW)
                .diagnosis()
                .verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void theBundleMustVerifyTheCertificate() throws IOException {
    String other =
        SelfMadeCertificates.write(
            folder.resolve("other"), List.of(HOST), Duration.ofDays(30), NOW);

    assertThat(verdicts(base64(authority))).containsExactly(Verdict.OK);
    assertThat(verdicts(base64(other + authority))).containsExactly(Verdict.OK);
    assertThat(verdicts(base64(other))).containsExactly(Verdict.FAIL);
    assertThat(verdicts(base64("no certificate"))).containsExactly(Verdict.FAIL);
    assertThat(verdicts("")).containsExactly(Verdict.FAIL);
  }

  @Test
  void withoutTheCertificateABundleIsOnlyRead() {
    assertThat(BundleCheck.of(Answers.json(configuration(base64(authority))), List.of(), NOW))
        .containsExactly(
            Diagnosis.skip(
                "caBundle of K",
                "it is a certificate; whether the served one is by it is not known",
                "use a kubeconfig that may read the Secret"));
  }

  private List<Verdict> verdicts(String bundle) {
    return BundleCheck.of(
            Answers.json(configuration(bundle)),
            ServingCertificate.of(secret, "a/b", HOST, NOW).chain(),
            NOW)
        .stream()
        .map(Diagnosis::verdict)
        .toList();
  }

  private static String configuration(String bundle) {
    return "{'kind': 'K', 'webhooks': [{'name': 'w', 'clientConfig': {'caBundle': '%s'}}]}"
        .formatted(bundle);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
