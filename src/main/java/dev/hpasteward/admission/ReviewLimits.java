package dev.hpasteward.admission;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is taken on at once, and how long it may take. */
@Singleton
class ReviewLimits {

  private final int concurrent;
  private final Duration turn;
  private final Duration request;

  /**
   * The settings.
   *
   * @param concurrent reviews under way at once, those that wait for their turn included; 1 or more
   * @param turn how long a review may wait for its turn. Reviews take a fraction of a millisecond,
   *     so one that waited this long is one of too many
   * @param request how long a request may take from its head to the end of the answer. Longer than
   *     the three seconds that our manifests give a review: whoever asked has gone by then
   */
  ReviewLimits(
      @ConfigProperty(name = "hpa-steward.reviews.concurrent", defaultValue = "256") int concurrent,
      @ConfigProperty(name = "hpa-steward.reviews.longest-wait", defaultValue = "100ms")
          Duration turn,
      @ConfigProperty(name = "hpa-steward.reviews.longest-request", defaultValue = "5s")
          Duration request) {
    if (concurrent < 1) {
      throw new IllegalArgumentException(
          "hpa-steward.reviews.concurrent: found %d, must be 1 or more".formatted(concurrent));
    }
    this.concurrent = concurrent;
    this.turn = turn;
    this.request = request;
  }

  int concurrent() {
    return concurrent;
  }

  Duration turn() {
    return turn;
  }

  Duration request() {
    return request;
  }
}
