package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether the Service leads anywhere. */
final class EndpointsCheck {

  private static final String ABOUT = "Service";

  private EndpointsCheck() {}

  /** Judges the Service and its EndpointSlices; {@code name} is namespace/name. */
  static Diagnosis of(Answer service, Answer slices, String name) {
    if (service.missing()) {
      return Diagnosis.fail(ABOUT, "there is no %s".formatted(name), Installation.APPLY);
    }
    if (!service.succeeded() || !slices.succeeded()) {
      return Diagnosis.unread(ABOUT, service.succeeded() ? slices : service);
    }
    int ready = 0;
    int all = 0;
    for (JsonNode slice : slices.body().path("items")) {
      for (JsonNode endpoint : slice.path("endpoints")) {
        all++;
        // Unknown counts as ready, by the API's own words.
        ready += endpoint.at("/conditions/ready").asBoolean(true) ? 1 : 0;
      }
    }
    String found = "%s leads to %d ready of %d".formatted(name, ready, all);
    return ready > 0
        ? Diagnosis.ok(ABOUT, found)
        : Diagnosis.fail(
            ABOUT,
            found + ": the API server reaches nobody",
            "see the pods, and that the Service's selector has their labels");
  }
}
