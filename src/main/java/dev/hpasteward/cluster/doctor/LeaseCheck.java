package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Whether a living pod leads, so that HPAs are generated and put right. */
final class LeaseCheck {

  private static final String ABOUT = "Lease";

  /** The clock of this machine may be this far off. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private static final String REMEDY =
      "see the pods' logs; reviews are answered all the same, but nothing is generated or repaired";

  private LeaseCheck() {}

  /**
   * Judges it.
   *
   * @param lease the answer to a request for the Lease
   * @param pods the list of the program's pods
   * @param name the Lease as namespace/name
   */
  static Diagnosis of(Answer lease, Answer pods, String name, Instant now) {
    if (lease.missing()) {
      return Diagnosis.fail(ABOUT, "there is no %s: nobody leads".formatted(name), REMEDY);
    }
    if (!lease.succeeded()) {
      return Diagnosis.unread(ABOUT, lease);
    }
    JsonNode spec = lease.body().path("spec");
    String holder = spec.path("holderIdentity").asText("");
    Optional<Instant> renewed = instant(spec.path("renewTime").asText(""));
    if (holder.isEmpty() || renewed.isEmpty()) {
      return Diagnosis.fail(ABOUT, "%s is held by nobody".formatted(name), REMEDY);
    }
    Instant end = renewed.get().plusSeconds(spec.path("leaseDurationSeconds").asLong(0));
    if (end.plus(CLOCK_SKEW).isBefore(now)) {
      return Diagnosis.fail(
          ABOUT, "%s was last renewed %s by %s".formatted(name, renewed.get(), holder), REMEDY);
    }
    String host =
        holder.substring(
            0, holder.lastIndexOf('_') < 0 ? holder.length() : holder.lastIndexOf('_'));
    if (pods.succeeded() && !isPod(pods.body(), host)) {
      return Diagnosis.warn(
          ABOUT,
          "%s is held by %s, which is none of the pods".formatted(name, holder),
          "end that process if you don't know it; a pod that has just gone is replaced in seconds");
    }
    return Diagnosis.ok(ABOUT, "%s is held by %s".formatted(name, holder));
  }

  /** On the nodes' network a pod's host name is its node's. */
  private static boolean isPod(JsonNode pods, String host) {
    for (JsonNode pod : pods.path("items")) {
      if (pod.at("/metadata/name").asText().equals(host)
          || (pod.at("/spec/hostNetwork").asBoolean()
              && pod.at("/spec/nodeName").asText().equals(host))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
