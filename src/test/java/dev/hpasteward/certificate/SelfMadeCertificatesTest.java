package dev.hpasteward.certificate;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfMadeCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> NAMES =
      List.of("hpa-steward.hpa-steward.svc", "localhost", "127.0.0.1", "::1");

  private final Path folder;

  SelfMadeCertificatesTest(@TempDir Path parent) {
    this.folder = parent.resolve("not/yet/there");
  }

  @Test
  void theWrittenFilesMakeAPairWithTheAuthorityInItsChain() throws Exception {
    String caBundle = SelfMadeCertificates.write(folder, NAMES, DAY, NOW);
    CertificatePair pair = read();

    assertThat(Files.readString(folder.resolve("ca.crt"))).isEqualTo(caBundle);
    assertThat(PemCertificates.parse(caBundle, folder.toString()))
        .containsExactly(pair.chain().get(1));
    assertThat(pair.chain()).hasSize(2);
  }

  @Test
  void theLeafIsAServersAndBearsTheNames() throws Exception {
    SelfMadeCertificates.write(folder, NAMES, DAY, NOW);
    CertificatePair pair = read();

    assertThat(pair.subjectAlternativeNames())
        .containsExactly(
            "hpa-steward.hpa-steward.svc", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(pair.leaf().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(pair.leaf().getBasicConstraints()).isEqualTo(-1);
    assertThat(pair.notBefore()).isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
    assertThat(pair.notAfter()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
  }

  @Test
  void theAuthorityMaySignCertificatesAndNothingElse() throws Exception {
    SelfMadeCertificates.write(folder, NAMES, DAY, NOW);
    X509Certificate authority = read().chain().get(1);

    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(authority.getKeyUsage())
        .containsExactly(false, false, false, false, false, true, false, false, false);
  }

  @Test
  void whoTrustsTheAuthorityTrustsTheLeaf() throws Exception {
    SelfMadeCertificates.write(folder, NAMES, DAY, NOW);
    List<X509Certificate> chain = read().chain();
    CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 1));
    PKIXParameters trust = new PKIXParameters(Set.of(new TrustAnchor(chain.get(1), null)));
    trust.setRevocationEnabled(false);
    trust.setDate(Date.from(NOW));

    assertThat(CertPathValidator.getInstance("PKIX").validate(path, trust)).isNotNull();
  }

  @Test
  void eachCallMakesAnAuthorityOfItsOwn() throws Exception {
    SelfMadeCertificates.write(folder, NAMES, DAY, NOW);
    X509Certificate first = read().chain().get(1);
    SelfMadeCertificates.write(folder, NAMES, DAY, NOW);
    X509Certificate second = read().chain().get(1);

    assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
    assertThat(second.getSubjectX500Principal()).isNotEqualTo(first.getSubjectX500Principal());
  }

  @Test
  void onlyTheOwnerMayReadTheKeyAndNothingIsLeftBehind() throws IOException {
    SelfMadeCertificates.write(folder, NAMES, DAY, NOW);

    assertThat(Files.getPosixFilePermissions(folder.resolve("tls.key")))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.crt", "tls.crt", "tls.key");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "two words",
        "-dash.svc",
        "under_score.svc",
        "trailing.",
        "1.2.3.4/8",
        "300.1.1.1"
      })
  void whatIsNoNameIsRejected(String name) {
    assertThatThrownBy(() -> SelfMadeCertificates.write(folder, List.of(name), DAY, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + name
                + "' is neither a DNS name nor an IP address, so no certificate can bear it");
    assertThat(folder).doesNotExist();
  }

  @Test
  void noNameAtAllIsRejected() {
    assertThatThrownBy(() -> SelfMadeCertificates.write(folder, List.of(), DAY, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a certificate needs at least one DNS name or IP address, such as localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "P3650DT1S"})
  void aValidityOutOfRangeIsRejected(Duration validity) {
    assertThatThrownBy(() -> SelfMadeCertificates.write(folder, NAMES, validity, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a certificate's validity is from one second to 3650 days, not " + validity);
  }

  private CertificatePair read() throws PairRefusedException {
    PairFiles files = new PairFiles(folder);
    return PairCheck.check(files.read().orElseThrow(), files);
  }
}
