package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.IssuingAuthority;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Secret is good for: nothing that its own authority does not vouch for is served. */
class HoldingsTest {

  private static final String SECRET = "hpa-steward/hpa-steward-certificate";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Duration LIFE = Duration.ofDays(1);
  private static final List<String> NAMES = List.of("hpa-steward.hpa-steward.svc", "127.0.0.1");

  private final IssuingAuthority authority = IssuingAuthority.create(LIFE, now);
  private final IssuingAuthority stranger = IssuingAuthority.create(LIFE, now);

  /** All that belongs into it. */
  private Map<String, String> whole() {
    Map<String, String> data = new HashMap<>();
    SecretEntry.put(data, SecretEntry.AUTHORITY, authority.text());
    SecretEntry.put(data, SecretEntry.PAIR, authority.issue(NAMES, LIFE, now));
    return data;
  }

  private static Holdings held(Map<String, String> data) {
    return Holdings.of(SECRET, data, NAMES);
  }

  @Test
  void aWholeOneIsServed() {
    Holdings held = held(whole());

    assertThat(held.faults()).isEmpty();
    assertThat(held.pair()).isPresent();
    assertThat(held.anchor()).contains(authority.certificate());
  }

  @Test
  void whatAStrangerSignedIsNotServed() {
    Map<String, String> data = whole();
    SecretEntry.put(data, SecretEntry.PAIR, stranger.issue(NAMES, LIFE, now));

    Holdings held = held(data);

    assertThat(held.pair()).isEmpty();
    assertThat(held.anchor()).contains(authority.certificate());
    assertThat(held.faults())
        .singleElement()
        .asString()
        .matches("tls.crt of the Secret .* \\(serial .*\\) is not by the authority beside it");
  }

  @Test
  void theKeyOfAnotherCertificateIsNotServed() {
    Map<String, String> data = whole();
    data.put("tls.key", authority.issue(NAMES, LIFE, now).key());

    Holdings held = held(data);

    assertThat(held.pair()).isEmpty();
    assertThat(held.anchor()).contains(authority.certificate());
    assertThat(held.authority()).isPresent();
    assertThat(held.faults())
        .singleElement()
        .asString()
        .matches(
            "tls.key of the Secret .* is not the key of the first certificate in tls.crt of the"
                + " Secret .* \\(serial .*\\); replace both together");
  }

  @Test
  void whatIsForOtherNamesIsNotServed() {
    Map<String, String> data = whole();
    SecretEntry.put(
        data, SecretEntry.PAIR, authority.issue(List.of("elsewhere.example.com"), LIFE, now));

    Holdings held = held(data);

    assertThat(held.pair()).isEmpty();
    assertThat(held.faults())
        .containsExactly(
            "tls.crt of the Secret "
                + SECRET
                + " is for elsewhere.example.com and not for hpa-steward.hpa-steward.svc,"
                + " 127.0.0.1");
  }

  @Test
  void anIpv6AddressMayBeSpelledInAnotherWay() {
    List<String> names = List.of("hpa-steward.hpa-steward.svc", "::1");
    Map<String, String> data = whole();
    SecretEntry.put(data, SecretEntry.PAIR, authority.issue(names, LIFE, now));

    assertThat(Holdings.of(SECRET, data, names).pair()).isPresent();
  }

  @Test
  void withoutTheKeyOfItsAuthorityWhatItVouchedForIsServedOn() {
    Map<String, String> data = whole();
    data.put("ca.key", "garbage");

    Holdings held = held(data);

    assertThat(held.authority()).isEmpty();
    assertThat(held.pair()).isPresent();
    assertThat(held.anchor()).contains(authority.certificate());
    assertThat(held.faults())
        .singleElement()
        .asString()
        .startsWith("ca.key of the Secret " + SECRET + " ");
  }

  @Test
  void anAuthorityThatNeitherIssuesNorVouchesIsNone() {
    Map<String, String> data = whole();
    data.put("ca.key", "garbage");
    SecretEntry.remove(data, SecretEntry.PAIR);

    assertThat(held(data).anchor()).isEmpty();
  }

  @Test
  void halfOfAPairIsNamed() {
    Map<String, String> data = whole();
    data.remove("tls.key");

    assertThat(held(data).pair()).isEmpty();
    assertThat(held(data).faults()).singleElement().asString().contains("tls.key of the Secret ");

    Map<String, String> other = whole();
    other.remove("tls.crt");
    assertThat(held(other).faults()).singleElement().asString().contains("tls.crt of the Secret ");
  }

  @Test
  void whoIsTrustedBesidesIsRead() {
    Map<String, String> data = whole();
    data.put(SecretEntry.PREVIOUS, new TrustBundle(List.of(stranger.certificate())).pem());

    assertThat(held(data).previous()).containsExactly(stranger.certificate());
  }
}
