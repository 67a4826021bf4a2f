package dev.hpasteward.acceptance;

import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;

/** What Prometheus reads of a program. */
record Metrics(String text) {

  static Metrics of(int managementPort) {
    return new Metrics(
        RestAssured.given().port(managementPort).get("http://127.0.0.1/q/metrics").asString());
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** The sum of all series whose line contains each of these; 0 without one. */
  double sum(String... parts) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .filter(line -> Arrays.stream(parts).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
