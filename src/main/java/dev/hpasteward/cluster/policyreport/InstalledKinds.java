package dev.hpasteward.cluster.policyreport;

import dev.hpasteward.cluster.ApiDiscovery;
import dev.hpasteward.cluster.ApiDiscovery.Presence;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of report that the API server has, each with its writer. CRDs come and go: looked for
 * every 20 s at most.
 */
final class InstalledKinds {

  private static final Logger LOG = Logger.getLogger(InstalledKinds.class);
  private static final Duration EVERY = Duration.ofSeconds(20);

  private final Function<ReportKind, ReportWriter> writers;
  private final Map<ReportKind, ReportWriter> installed = new EnumMap<>(ReportKind.class);
  private @Nullable Instant looked;

  InstalledKinds(Function<ReportKind, ReportWriter> writers) {
    this.writers = writers;
  }

  /** The writers of those that are there. */
  Collection<ReportWriter> look(KubernetesClient client, Instant now) {
    Instant then = looked;
    if (then == null || now.isBefore(then) || !now.isBefore(then.plus(EVERY))) {
      looked = now;
      for (ReportKind kind : ReportKind.values()) {
        take(kind, ApiDiscovery.of(kind.discoveryPath(), kind.kind(), client));
      }
    }
    return installed.values();
  }

  private void take(ReportKind kind, Presence presence) {
    boolean known = installed.containsKey(kind);
    if (presence == Presence.PRESENT && !known) {
      installed.put(kind, writers.apply(kind));
      LOG.infof("%s (%s) is installed: reports are written", kind.kind(), kind.apiVersion());
    } else if (presence == Presence.ABSENT && known) {
      installed.remove(kind);
      LOG.infof("%s (%s) is no longer installed", kind.kind(), kind.apiVersion());
    }
  }

  /** As if it had never looked. */
  void forget() {
    installed.clear();
    looked = null;
  }
}
