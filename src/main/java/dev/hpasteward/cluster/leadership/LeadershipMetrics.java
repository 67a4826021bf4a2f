package dev.hpasteward.cluster.leadership;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Who leads, as Prometheus sees it. */
@ApplicationScoped
class LeadershipMetrics {

  private final LeaseLeadership leadership;
  private final MeterRegistry registry;

  LeadershipMetrics(LeaseLeadership leadership, MeterRegistry registry) {
    this.leadership = leadership;
    this.registry = registry;
  }

  void onStart(@Observes StartupEvent event) {
    Gauge.builder("hpa_steward_leader", leadership, it -> it.holds() ? 1 : 0)
        .description("1 if this process may write to the cluster: never more than one of all")
        .register(registry);
    Gauge.builder("hpa_steward_leader_transitions", leadership, LeaseLeadership::transitions)
        .description("How often another leader followed on one, as the Lease counts")
        .register(registry);
  }
}
