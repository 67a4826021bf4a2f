package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.IssuingAuthority;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Secret holds after a step. Only the keys of ours are touched.
 *
 * @param times how long things last
 * @param names under which API servers reach the webhook
 */
record Issuance(RotationTimes times, List<String> names) {

  Issuance {
    names = List.copyOf(names);
  }

  /**
   * Takes a step.
   *
   * @param data what the Secret holds, as text
   * @param held the same, read
   * @param trusted whom the configurations trust now
   * @return what it is to hold
   */
  Map<String, String> after(
      Step step, Map<String, String> data, Holdings held, TrustBundle trusted, Instant now) {
    Map<String, String> wanted = new HashMap<>(data);
    switch (step) {
      case NOTHING -> {}
      case ISSUE_ALL -> {
        IssuingAuthority authority = IssuingAuthority.create(times.authorityLife(), now);
        install(wanted, authority, List.of(), now);
      }
      case ISSUE_PAIR ->
          SecretEntry.put(
              wanted,
              SecretEntry.PAIR,
              held.authority().orElseThrow().issue(names, times.life(), now));
      case ANNOUNCE -> announce(wanted, held, trusted, now);
      case SWITCH -> {
        List<X509Certificate> previous = new ArrayList<>(held.previous());
        previous.addAll(held.anchor().map(List::of).orElseGet(trusted::authorities));
        previous.remove(held.next().orElseThrow().certificate());
        install(wanted, held.next().orElseThrow(), previous, now);
      }
      case RETIRE -> wanted.remove(SecretEntry.PREVIOUS);
    }
    return wanted;
  }

  private void install(
      Map<String, String> wanted,
      IssuingAuthority authority,
      List<X509Certificate> previous,
      Instant now) {
    SecretEntry.put(wanted, SecretEntry.AUTHORITY, authority.text());
    SecretEntry.put(wanted, SecretEntry.PAIR, authority.issue(names, times.life(), now));
    SecretEntry.remove(wanted, SecretEntry.NEXT);
    putPrevious(wanted, previous, now);
  }

  /**
   * Without a usable pair in the Secret, processes go on serving what they have. Whom the
   * configurations trust now is all that is known of who vouches for that.
   */
  private void announce(
      Map<String, String> wanted, Holdings held, TrustBundle trusted, Instant now) {
    SecretEntry.put(
        wanted, SecretEntry.NEXT, IssuingAuthority.create(times.authorityLife(), now).text());
    if (held.pair().isEmpty()) {
      SecretEntry.remove(wanted, SecretEntry.PAIR);
      SecretEntry.remove(wanted, SecretEntry.AUTHORITY);
      List<X509Certificate> previous = new ArrayList<>(held.previous());
      previous.addAll(trusted.authorities());
      putPrevious(wanted, previous, now);
    }
  }

  private static void putPrevious(
      Map<String, String> wanted, List<X509Certificate> previous, Instant now) {
    TrustBundle bundle =
        new TrustBundle(
            previous.stream()
                .filter(certificate -> certificate.getNotAfter().toInstant().isAfter(now))
                .toList());
    if (bundle.isEmpty()) {
      wanted.remove(SecretEntry.PREVIOUS);
    } else {
      wanted.put(SecretEntry.PREVIOUS, bundle.pem());
    }
  }
}
