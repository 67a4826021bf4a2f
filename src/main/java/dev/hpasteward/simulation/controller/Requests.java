package dev.hpasteward.simulation.controller;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requested amounts.
 *
 * @param amounts by resource, such as {@code cpu} and {@code memory}, in thousandths (milli-cores,
 *     milli-bytes); a resource that is not there is not requested
 */
public record Requests(Map<String, Long> amounts) {

  /** Nothing is requested. */
  public static final Requests NONE = new Requests(Map.of());

  public Requests {
    amounts = Map.copyOf(amounts);
  }

  /** Milli-cores and milli-bytes. */
  public static Requests of(long cpu, long memory) {
    return new Requests(Map.of("cpu", cpu, "memory", memory));
  }

  @Nullable Long of(String resource) {
    return amounts.get(resource);
  }
}
