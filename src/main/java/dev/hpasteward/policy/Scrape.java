package dev.hpasteward.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where Prometheus finds a workload's metrics.
 *
 * @param port the port where no container port is named {@code metrics} or {@code prometheus};
 *     empty: then nothing is scraped
 * @param path the HTTP path, such as {@code /metrics}
 */
public record Scrape(OptionalInt port, String path) {

  /** Annotation of a pod: whether Prometheus scrapes it. */
  public static final String SCRAPE = "prometheus.io/scrape";

  /** Annotation of a pod: the port that Prometheus scrapes. */
  public static final String PORT = "prometheus.io/port";

  /** Annotation of a pod: the path that Prometheus scrapes. */
  public static final String PATH = "prometheus.io/path";

  /**
   * The annotations that a workload's pods are to have; none where no port is known.
   *
   * @param namedPort the workload's own container port for metrics, 1 to 65535
   */
  public Map<String, String> annotations(OptionalInt namedPort) {
    OptionalInt known = namedPort.isPresent() ? namedPort : port;
    Map<String, String> annotations = new LinkedHashMap<>();
    known.ifPresent(
        number -> {
          annotations.put(SCRAPE, "true");
          annotations.put(PORT, Integer.toString(number));
          annotations.put(PATH, path);
        });
    return annotations;
  }
}
