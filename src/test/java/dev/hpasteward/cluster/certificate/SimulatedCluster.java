package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.CertificatePair;
import dev.hpasteward.cluster.certificate.WebhookTrust.Webhook;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Two leaders in turn, two processes that read the Secret late, two configurations, and API servers
 * that see these late; any write may be the last before a crash. A tick is a second.
 */
final class SimulatedCluster {

  private static final Duration NOTICE = Duration.ofSeconds(4);
  private static final Duration OVERLAP = Duration.ofSeconds(2);

  /** Less than {@link #NOTICE}. */
  private static final int API_SERVER_LAG = 3;

  /** More than {@link #OVERLAP}, and less than the last third of a certificate's life. */
  private static final int PROCESS_LAG = 6;

  private static final List<String> NAMES = List.of("hpa-steward.hpa-steward.svc");

  private final RotationTimes times;
  private final Random random;
  private final Map<Map<String, String>, Holdings> read = new HashMap<>();
  private final List<Observer> leaders;
  private final List<CertificatePair> served = new ArrayList<>();
  private final List<Map<String, String>> secrets = new ArrayList<>();
  private final List<List<String>> bundles = new ArrayList<>();
  private final Set<Step> taken = EnumSet.noneOf(Step.class);
  private Map<String, String> secret = Map.of();
  private List<String> bundle = List.of("", "");
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /**
   * Nothing has happened yet.
   *
   * @param seed of all that happens by chance
   * @param life of a certificate, in seconds; an authority lasts three times as long
   */
  SimulatedCluster(long seed, int life) {
    this.times =
        new RotationTimes(Duration.ofSeconds(life), Duration.ofSeconds(3L * life), NOTICE, OVERLAP);
    this.random = new Random(seed);
    this.leaders = List.of(new Observer(this::nanoTime), new Observer(this::nanoTime));
  }

  private long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  void tick() {
    now = now.plusSeconds(1);
    Holdings held = held(secret);
    List<WebhookTrust> trusts = List.of(configuration(bundle.get(0)), configuration(bundle.get(1)));
    List<Situation> seen =
        leaders.stream().map(observer -> observer.look(held, trusts, true)).toList();
    lead(held, trusts, seen.get(random.nextInt(seen.size())));
    secrets.add(secret);
    bundles.add(bundle);
    for (int process = 0; process < 2; process++) {
      read(process, secrets.get(lagging(secrets.size(), PROCESS_LAG)));
    }
  }

  private void lead(Holdings held, List<WebhookTrust> trusts, Situation situation) {
    TrustBundle trusted = WebhookTrust.ofAll(trusts);
    TrustBundle wanted = held.bundle(trusted);
    if (!wanted.isEmpty()) {
      bundle =
          List.of(
              crashes() ? bundle.get(0) : wanted.pem(), crashes() ? bundle.get(1) : wanted.pem());
    }
    boolean everywhere =
        served.stream()
            .allMatch(
                pair -> held.anchor().filter(anchor -> vouches(anchor, pair.leaf())).isPresent());
    Step step = new Rotation(times).next(situation.withEverywhere(everywhere), now);
    if (!crashes()) {
      taken.add(step);
      secret = new Issuance(times, NAMES).after(step, secret, held, trusted, now);
    }
  }

  private Holdings held(Map<String, String> data) {
    return read.computeIfAbsent(data, it -> Holdings.of("ns/secret", it, NAMES));
  }

  private boolean crashes() {
    return random.nextInt(4) == 0;
  }

  private int lagging(int size, int most) {
    return Math.max(0, size - 1 - random.nextInt(most));
  }

  private void read(int process, Map<String, String> data) {
    Optional<CertificatePair> pair = held(data).pair();
    if (pair.isPresent() && served.size() <= process) {
      served.add(pair.get());
    } else if (pair.isPresent()
        && !pair.get().notAfter().isBefore(served.get(process).notAfter())) {
      served.set(process, pair.get());
    }
  }

  private static WebhookTrust configuration(String caBundle) {
    return new WebhookTrust("configuration", "1", List.of(new Webhook("webhook", caBundle, true)));
  }

  /** Somebody deletes it. */
  void deleteSecret() {
    secret = Map.of();
  }

  /** Somebody breaks an entry, if it is there. */
  void garble(String key) {
    if (secret.containsKey(key)) {
      Map<String, String> broken = new HashMap<>(secret);
      broken.put(key, "garbage");
      secret = broken;
    }
  }

  /** All steps that were taken so far. */
  Set<Step> taken() {
    return taken;
  }

  /** Whether anything serves a certificate yet that both configurations trust. */
  boolean started() {
    return served.size() == 2 && bundle.stream().noneMatch(String::isEmpty);
  }

  /** What would refuse to be called now by an API server that is behind; empty if all is well. */
  List<String> distrusted() {
    List<String> seen = bundles.get(lagging(bundles.size(), API_SERVER_LAG));
    List<String> refused = new ArrayList<>();
    for (CertificatePair pair : served) {
      if (!pair.isValidAt(now)) {
        refused.add("over: " + pair);
      }
      for (String trusted : seen) {
        if (TrustBundle.read(trusted).authorities().stream()
            .noneMatch(authority -> vouches(authority, pair.leaf()))) {
          refused.add(pair + " at " + now);
        }
      }
    }
    return refused;
  }

  private static boolean vouches(X509Certificate authority, X509Certificate leaf) {
    try {
      leaf.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
