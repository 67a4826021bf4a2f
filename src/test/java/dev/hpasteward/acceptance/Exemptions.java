package dev.hpasteward.acceptance;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Exemptions as their authors write them. */
final class Exemptions {

  private Exemptions() {}

  /** From the CPU target, with a reason, until the end of the day so many days from now. */
  static String forDays(int days) {
    return of("cpu-target", "VOICE-7 load test", day(days));
  }

  /** More of an object's metadata. */
  static String of(String rules, String reason, String until) {
    return ", annotations: {hpa-steward.dev/exempt: '%s', hpa-steward.dev/exempt-reason: '%s', hpa-steward.dev/exempt-until: '%s'}"
        .formatted(rules, reason, until);
  }

  /** The day so many days from now, in UTC. */
  static String day(int days) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
  }

  /** An HPA of an agent with a CPU target, and what its metadata says of exemptions. */
  static String agent(String name, String exemption, int cpu) {
    return Manifests.autoscaler(name, exemption, name, Manifests.cpuMetric(cpu));
  }
}
