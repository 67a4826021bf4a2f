package dev.hpasteward.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** Measures what is under way and what was too much. */
@Singleton
class LoadMetrics {

  private final MeterRegistry registry;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
  private final Counter cut;

  LoadMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Refusal refusal : Refusal.values()) {
      refused.put(
          refusal,
          Counter.builder("hpa_steward_reviews_refused")
              .description("Requests that were refused unread with HTTP 503")
              .tag("reason", refusal.word())
              .register(registry));
    }
    this.cut =
        Counter.builder("hpa_steward_requests_cut")
            .description("Requests whose connection was closed because they took too long")
            .register(registry);
  }

  void underWay(IntSupplier reviews) {
    Gauge.builder("hpa_steward_reviews_under_way", reviews::getAsInt)
        .description("Reviews that are being answered or wait for their turn")
        .register(registry);
  }

  void refused(Refusal refusal) {
    refused.getOrDefault(refusal, cut).increment();
  }

  void cut() {
    cut.increment();
  }
}
