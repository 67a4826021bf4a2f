package dev.hpasteward.cli;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of what was counted under policies of long ago, since each reload would leave its series
 * behind for ever. The version in force and the one before it stay: reviews of that one may not
 * have been scraped yet.
 */
final class CountedVersions {

  private static final String TAG = "policy";

  private final MeterRegistry registry;
  private String now = "";
  private String before = "";

  CountedVersions(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Called again and again with the version in force. */
  synchronized void inForce(String version) {
    if (version.equals(now)) {
      return;
    }
    before = now;
    now = version;
    registry.getMeters().stream()
        .filter(meter -> isOver(meter.getId().getTag(TAG)))
        .forEach(registry::remove);
  }

  private boolean isOver(@Nullable String version) {
    return version != null && !version.equals(now) && !version.equals(before);
  }
}
