package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.IssuingAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written into the Secret: nobody who may still be served by loses its trust. */
class IssuanceTest {

  private static final String SECRET = "hpa-steward/hpa-steward-certificate";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Duration LIFE = Duration.ofDays(1);
  private static final List<String> NAMES = List.of("127.0.0.1");

  private final Issuance issuance =
      new Issuance(
          new RotationTimes(LIFE, LIFE.multipliedBy(4), Duration.ofSeconds(10), LIFE), NAMES);
  private final IssuingAuthority authority = IssuingAuthority.create(LIFE, now);
  private final IssuingAuthority other = IssuingAuthority.create(LIFE, now);
  private final IssuingAuthority ended =
      IssuingAuthority.create(LIFE, now.minus(LIFE.multipliedBy(3)));

  private Map<String, String> after(Step step, Map<String, String> data, TrustBundle trusted) {
    return issuance.after(step, data, held(data), trusted, now);
  }

  private static Holdings held(Map<String, String> data) {
    return Holdings.of(SECRET, data, NAMES);
  }

  private static TrustBundle trusting(IssuingAuthority... authorities) {
    return new TrustBundle(
        List.of(authorities).stream().map(IssuingAuthority::certificate).toList());
  }

  private Map<String, String> whole() {
    Map<String, String> data = new HashMap<>();
    SecretEntry.put(data, SecretEntry.AUTHORITY, authority.text());
    SecretEntry.put(data, SecretEntry.PAIR, authority.issue(NAMES, LIFE, now));
    return data;
  }

  @Test
  void anAnnouncedAuthorityLeavesTheServedPairAlone() {
    Map<String, String> before = whole();

    Map<String, String> after = after(Step.ANNOUNCE, before, trusting(authority));

    assertThat(after).containsAllEntriesOf(before).containsKeys("next-ca.crt", "next-ca.key");
    assertThat(after).doesNotContainKey(SecretEntry.PREVIOUS);
  }

  @Test
  void withoutAUsablePairWhoeverIsTrustedNowStaysSo() {
    Map<String, String> broken = whole();
    broken.put("ca.crt", "garbage");

    Map<String, String> after = after(Step.ANNOUNCE, broken, trusting(authority, other));

    assertThat(after).containsOnlyKeys("next-ca.crt", "next-ca.key", SecretEntry.PREVIOUS);
    assertThat(held(after).previous())
        .containsExactlyInAnyOrder(authority.certificate(), other.certificate());
  }

  @Test
  void whoHasEndedIsTrustedNoMore() {
    Map<String, String> after = after(Step.ANNOUNCE, new HashMap<>(), trusting(ended, other));

    assertThat(held(after).previous()).containsExactly(other.certificate());

    Map<String, String> alone = after(Step.ANNOUNCE, new HashMap<>(), trusting(ended));
    assertThat(alone).doesNotContainKey(SecretEntry.PREVIOUS);
  }

  @Test
  void theAnnouncedAuthorityTakesOverAndTheOneBeforeStaysTrusted() {
    Map<String, String> announced = after(Step.ANNOUNCE, whole(), trusting(authority));
    X509Certificate next = held(announced).next().orElseThrow().certificate();

    Map<String, String> after = after(Step.SWITCH, announced, trusting(authority));

    assertThat(held(after).anchor()).contains(next);
    assertThat(held(after).pair()).isPresent();
    assertThat(held(after).next()).isEmpty();
    assertThat(held(after).previous()).containsExactly(authority.certificate());
    assertThat(after(Step.RETIRE, after, trusting(authority)))
        .doesNotContainKey(SecretEntry.PREVIOUS);
  }

  @Test
  void allAtOnceTrustsNobodyBesides() {
    Map<String, String> after = after(Step.ISSUE_ALL, new HashMap<>(), trusting());

    assertThat(after).containsOnlyKeys("ca.crt", "ca.key", "tls.crt", "tls.key");
    assertThat(held(after).faults()).isEmpty();
  }
}
