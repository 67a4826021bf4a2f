package dev.hpasteward.source;

import dev.hpasteward.policy.Scrape;

/** Reads {@code scrape}: where Prometheus finds the metrics. */
final class ScrapeReader {

  static final WholeNumber PORT = new WholeNumber(1, 65_535, "port");

  /** Prometheus' own default. */
  private static final String DEFAULT_PATH = "/metrics";

  private ScrapeReader() {}

  static Scrape read(Value value) {
    Section section = Section.of(value, "port", "path");
    return new Scrape(
        Setting.whole(section.ifSet("port", PORT)),
        section.orDefault("path", Name.URL_PATH, DEFAULT_PATH).value());
  }
}
