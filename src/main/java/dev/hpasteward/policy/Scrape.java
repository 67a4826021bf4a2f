package dev.hpasteward.policy;

import java.util.OptionalInt;

/**
 * Where Prometheus finds a workload's metrics.
 *
 * @param port the port where no container port is named {@code metrics} or {@code prometheus};
 *     empty: then nothing is scraped
 * @param path the HTTP path, such as {@code /metrics}
 */
public record Scrape(OptionalInt port, String path) {}
