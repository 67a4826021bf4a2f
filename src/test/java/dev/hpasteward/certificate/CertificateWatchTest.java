package dev.hpasteward.certificate;

import static dev.hpasteward.certificate.IssuedPair.FROM;
import static dev.hpasteward.certificate.IssuedPair.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateWatchTest {
  private static final Instant NOW = FROM.plus(Duration.ofDays(3));

  private final PairsInForce pairs = new PairsInForce();
  private final LogLines log = new LogLines(CertificateWatch.class);
  private final Path folder;
  private final CertificateWatch watch;

  CertificateWatchTest(@TempDir Path folder) {
    this.folder = folder;
    this.watch = new CertificateWatch(new PairFiles(folder), pairs);
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void aPairComesIntoForceWithOneLine() throws IOException {
    IssuedPair pair = IssuedPair.issue();
    pair.write(folder);
    watch.look(NOW);
    watch.look(NOW);

    assertThat(pairs.leaf()).contains(pair.leaf());
    assertThat(watch.refusal()).isEmpty();
    assertThat(log.lines()).containsExactly("INFO Certificate in force: " + described(pair));
  }

  @Test
  void aMissingFileIsToldOnce() {
    watch.look(NOW);
    watch.look(NOW);

    assertThat(pairs.leaf()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "WARN Certificate refused: "
                + folder.resolve("tls.crt")
                + " does not exist; put it there or point hpa-steward.certificates to its folder."
                + " None is in force: TLS handshakes fail until that is right");
  }

  @Test
  void garbageIsToldOnceAndTheLastGoodPairStays() throws IOException {
    IssuedPair good = IssuedPair.issue();
    good.write(folder);
    watch.look(NOW);
    Files.writeString(folder.resolve("tls.crt"), "garbage");
    watch.look(NOW);
    watch.look(NOW);

    assertThat(pairs.leaf()).contains(good.leaf());
    assertThat(log.lines().subList(1, log.lines().size()))
        .containsExactly(
            "WARN Certificate refused: "
                + folder.resolve("tls.crt")
                + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)."
                + " Still in force: "
                + described(good));
  }

  @Test
  void aPairThatDoesNotMatchIsNeverTaken() throws IOException {
    IssuedPair good = IssuedPair.issue();
    good.write(folder);
    watch.look(NOW);
    Files.writeString(folder.resolve("tls.key"), IssuedPair.issue().keyPem());
    watch.look(NOW);

    assertThat(pairs.current()).contains(good.pair());
    assertThat(watch.refusal()).get().asString().contains("is not the key of");
  }

  @Test
  void filesThatGoAndComeBackUnchangedChangeNothing() throws IOException {
    IssuedPair pair = IssuedPair.issue();
    pair.write(folder);
    watch.look(NOW);
    Files.delete(folder.resolve("tls.crt"));
    watch.look(NOW);
    pair.write(folder);
    watch.look(NOW);

    assertThat(pairs.currentAlias("EC")).contains("pair-1");
    assertThat(watch.refusal()).isEmpty();
  }

  @Test
  void aReasonThatReturnsIsToldAgain() throws IOException {
    Files.writeString(folder.resolve("tls.crt"), "garbage");
    Files.writeString(folder.resolve("tls.key"), "garbage");
    watch.look(NOW);
    Files.delete(folder.resolve("tls.key"));
    watch.look(NOW);
    Files.writeString(folder.resolve("tls.key"), "garbage");
    watch.look(NOW);

    assertThat(log.lines()).hasSize(3);
    assertThat(log.lines().get(2)).isEqualTo(log.lines().get(0));
  }

  @Test
  void anExpiredPairIsTakenIfThereIsNone() throws IOException {
    IssuedPair pair = IssuedPair.issue();
    pair.write(folder);
    watch.look(UNTIL.plusSeconds(1));

    assertThat(pairs.leaf()).contains(pair.leaf());
    assertThat(log.lines())
        .containsExactly(
            "INFO Certificate in force: " + described(pair),
            "WARN "
                + folder.resolve("tls.crt")
                + " is not valid now but from 2026-03-01T00:00:00Z until 2026-04-01T00:00:00Z."
                + " There is no better one; clients will refuse it");
  }

  @Test
  void anExpiredPairDoesNotReplaceAValidOne() throws IOException {
    IssuedPair valid = IssuedPair.issue();
    valid.write(folder);
    watch.look(NOW);
    IssuedPair.issue(FROM.minusSeconds(60), FROM).write(folder);
    watch.look(NOW);
    watch.look(NOW);

    assertThat(pairs.leaf()).contains(valid.leaf());
    assertThat(log.lines().subList(1, log.lines().size()))
        .containsExactly(
            "WARN Certificate refused: "
                + folder.resolve("tls.crt")
                + " is not valid now but from 2026-02-28T23:59:00Z until 2026-03-01T00:00:00Z."
                + " Still in force: "
                + described(valid));
  }

  @Test
  void aPairThatIsNotYetValidWaitsForItsTime() throws IOException {
    Instant later = NOW.plusSeconds(60);
    IssuedPair valid = IssuedPair.issue();
    valid.write(folder);
    watch.look(NOW);
    IssuedPair early = IssuedPair.issue(later, UNTIL);
    early.write(folder);

    watch.look(NOW);
    assertThat(pairs.leaf()).contains(valid.leaf());
    watch.look(later);
    assertThat(pairs.leaf()).contains(early.leaf());
    assertThat(watch.refusal()).isEmpty();
  }

  @Test
  void anExpiredPairReplacesOneThatHasExpiredToo() throws IOException {
    IssuedPair.issue().write(folder);
    watch.look(NOW);
    IssuedPair second = IssuedPair.issue();
    second.write(folder);
    watch.look(UNTIL.plusSeconds(1));

    assertThat(pairs.leaf()).contains(second.leaf());
  }

  private static String described(IssuedPair pair) {
    return "serial "
        + pair.serial()
        + " for localhost, 127.0.0.1, valid until 2026-04-01T00:00:00Z";
  }
}
