package dev.hpasteward.simulation.workload;

/**
 * What a pod uses of a resource: so much idle, and so much more for each session.
 *
 * @param idle per cent of the request, 0 to 1000
 * @param perSession per cent of the request for each session, 0 to 1000
 * @param request what a pod requests, in thousandths (milli-cores, milli-bytes), at least 1
 */
public record ResourceUsage(double idle, double perSession, long request) {

  /** The most that a pod may use, in per cent of its request. */
  static final double MOST = 1000;

  public ResourceUsage {
    if (!(idle >= 0 && idle <= MOST) || !(perSession >= 0 && perSession <= MOST)) {
      throw new IllegalArgumentException(
          "usage is 0 to 1000 per cent of the request: %s idle, %s for each session"
              .formatted(idle, perSession));
    }
    if (request < 1) {
      throw new IllegalArgumentException("a request is at least 1: " + request);
    }
  }

  /** The same with so large a share of what a session used. */
  ResourceUsage each(double share) {
    return new ResourceUsage(idle, perSession * share, request);
  }

  /** Per cent of the request with this number of sessions. */
  public double percent(double sessions) {
    return idle + sessions * perSession;
  }

  /** The amount with this number of sessions, in thousandths. */
  public long amount(int sessions) {
    return Math.round(percent(sessions) / 100 * request);
  }
}
