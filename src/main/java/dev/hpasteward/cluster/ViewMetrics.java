package dev.hpasteward.cluster;

import dev.hpasteward.cluster.watch.KindWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** How much of the cluster is known here, and how fresh it is. Without a cluster, nothing. */
@ApplicationScoped
class ViewMetrics {

  private final ClusterWatch cluster;
  private final MeterRegistry registry;

  ViewMetrics(ClusterWatch cluster, MeterRegistry registry) {
    this.cluster = cluster;
    this.registry = registry;
  }

  void onStart(@Observes StartupEvent event) {
    if (!cluster.exists()) {
      return;
    }
    Gauge.builder("hpa_steward_view_age_seconds", cluster, ViewMetrics::age)
        .description("Time since the API server last answered while all watches were open")
        .register(registry);
    for (KindWatch<?> watch : cluster.watches()) {
      Gauge.builder("hpa_steward_view_objects", watch, KindWatch::size)
          .description("Objects that are known")
          .tag("kind", watch.kind().kind())
          .register(registry);
    }
  }

  private static double age(ClusterWatch cluster) {
    return cluster.age().map(Duration::toMillis).map(millis -> millis / 1e3).orElse(Double.NaN);
  }
}
