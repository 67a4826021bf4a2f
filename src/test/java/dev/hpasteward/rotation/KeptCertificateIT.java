package dev.hpasteward.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ServedCertificate;
import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The certificate that the program keeps in a Secret, and what people and programs do to it. */
class KeptCertificateIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration NINETY_DAYS = Duration.ofDays(90);

  /** A certificate that is not trusted fails a review at once; only a busy machine takes long. */
  private static final int SECONDS = 30;

  private static final Installation INSTALLATION =
      Installation.start(KeptCertificateIT.class, SECONDS, Map.of("NOTICE", "1s", "OVERLAP", "3s"));

  @BeforeAll
  static void bothAreReady() {
    INSTALLATION.awaitReady().awaitOneAuthority();
    await().atMost(SOON).until(INSTALLATION::reviewed);
  }

  @AfterAll
  static void end() {
    INSTALLATION.close();
  }

  @Test
  void bothServeTheSecretsCertificateAndSayForHowLong() {
    assertThat(INSTALLATION.log())
        .containsOnlyOnce("a first authority, and a certificate by it")
        .contains(
            "hpa-steward.%1$s.svc, hpa-steward.%1$s.svc.cluster.local, 127.0.0.1"
                .formatted(INSTALLATION.kubectl().namespace()));
    assertThat(INSTALLATION.programs().stream().map(Installation::expirySeconds))
        .allSatisfy(
            seconds ->
                assertThat(seconds)
                    .isBetween(NINETY_DAYS.toSeconds() - 120.0, (double) NINETY_DAYS.toSeconds()));
  }

  @Test
  void aCaBundleThatSomebodyChangesIsPutRight() {
    String authority = INSTALLATION.awaitOneAuthority();

    Stream.of("mutatingwebhookconfiguration", "validatingwebhookconfiguration")
        .forEach(
            kind ->
                INSTALLATION
                    .kubectl()
                    .run(
                        "patch",
                        kind,
                        INSTALLATION.kubectl().namespace(),
                        "--type=json",
                        "-p",
                        "[{\"op\":\"remove\",\"path\":\"/webhooks/0/clientConfig/caBundle\"}]")
                    .output());

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(INSTALLATION.bundles()).hasSize(3).containsOnly(authority));
    await().atMost(SOON).until(INSTALLATION::reviewed);
  }

  @Test
  void whatIsNoKeyIsNeverTakenAndAnotherCertificateIsMadeByTheSameAuthority() {
    assertAnotherIsMade(
        "garbage", "certificates: tls.key of the Secret %s/%s holds no private key in PEM form");
  }

  @Test
  void theKeyOfAnotherCertificateIsNeverTakenAndAnotherIsMadeByTheSameAuthority()
      throws IOException {
    assertAnotherIsMade(
        Files.readString(ServedCertificate.make().folder().resolve("tls.key")),
        "certificates: tls.key of the Secret %1$s/%2$s is not the key of the first certificate in"
            + " tls.crt of the Secret %1$s/%2$s");
  }

  /** No review fails from before this key is patched in until after there is a whole pair again. */
  private static void assertAnotherIsMade(String key, String said) {
    String authority = INSTALLATION.awaitOneAuthority();
    String certificate = INSTALLATION.secret("tls.crt");

    try (ReviewLoad load = load()) {
      INSTALLATION
          .kubectl()
          .run(
              "patch",
              "secret",
              Installation.SECRET,
              "-p",
              "{\"stringData\":{\"tls.key\":\"%s\"}}".formatted(key.replace("\n", "\\n")))
          .output();
      await()
          .atMost(SOON)
          .until(
              () -> {
                assertHandshakes();
                return INSTALLATION.secret("tls.crt");
              },
              made -> !made.isEmpty() && !made.equals(certificate));
      assertHandshakes();

      assertThat(load.end()).isEmpty();
    }
    assertThat(INSTALLATION.awaitOneAuthority()).isEqualTo(authority);
    assertThat(INSTALLATION.log())
        .contains(said.formatted(INSTALLATION.kubectl().namespace(), Installation.SECRET));
  }

  @Test
  void aDeletedSecretLeadsToAnotherAuthorityAndNoReviewFails() {
    String authority = INSTALLATION.awaitOneAuthority();

    try (ReviewLoad load = load()) {
      INSTALLATION.kubectl().run("delete", "secret", Installation.SECRET).output();
      await()
          .atMost(SOON)
          .until(
              INSTALLATION::bundles,
              bundles ->
                  bundles.stream()
                      .allMatch(
                          bundle -> bundle.startsWith(authority) && !bundle.equals(authority)));
      await().atMost(SOON).until(() -> !INSTALLATION.secret("tls.crt").isEmpty());
      String next = INSTALLATION.awaitOneAuthority();

      assertThat(load.end()).isEmpty();
      assertThat(next).isNotEqualTo(authority);
    }
    assertThat(INSTALLATION.reviewed()).isTrue();
  }

  /** The API server keeps its connections, so others are opened: each needs the key at once. */
  private static void assertHandshakes() {
    for (ServedWebhook program : INSTALLATION.programs()) {
      assertThat(RestAssured.given().relaxedHTTPSValidation().get(program.url() + "/").statusCode())
          .isPositive();
    }
  }

  private static ReviewLoad load() {
    ReviewLoad load =
        ReviewLoad.start(
            INSTALLATION.controlPlane().kubeconfig(), INSTALLATION.kubectl().namespace(), 100);
    await().atMost(SOON).until(() -> load.reviews() > 20);
    return load;
  }
}
