package dev.hpasteward.acceptance;

/** The service types of the strategy, and what an HPA of each with a CPU target alone leads to. */
enum Service {
  EGRESS(
      "livekit-egress",
      50,
      "31 to 50",
      "390m",
      "cpu=50 memory=65 livekit_egress_available=1 ",
      """
      Warning: inverted-metric: livekit_egress_available falls as load rises, so the HPA never scales up on it
      Warning: inverted-metric: use External livekit_egress_needed with averageValue 1 (headroom form): it rises with load
      """),
  SIP(
      "sip",
      50,
      "31 to 50",
      "390m",
      "cpu=50 memory=65 ",
      """
      Warning: placeholder-metric: the strategy asks for a free-capacity metric; its name there, custom_metric, is a placeholder
      Warning: placeholder-metric: add the real metric and name it in the policy
      """),
  SFU("sfu", 60, "36 to 60", "410m", "cpu=60 memory=70 ", ""),
  AGENT("agent", 50, "at most 50", "", "cpu=50 ", "");

  /** Windows, tolerances, metrics, with what was filled in. */
  private static final String STORED =
      "jsonpath={.spec.behavior.scaleUp.stabilizationWindowSeconds}/"
          + "{.spec.behavior.scaleDown.stabilizationWindowSeconds} "
          + "{.spec.behavior.scaleUp.tolerance}/{.spec.behavior.scaleDown.tolerance} "
          + "{range .spec.metrics[*]}{.resource.name}{.pods.metric.name}="
          + "{.resource.target.averageUtilization}{.pods.target.averageValue} {end}";

  private final String type;
  private final int cpu;
  private final String allowedCpu;
  private final String scaleDownTolerance;
  private final String metrics;
  private final String warnings;

  Service(
      String type,
      int cpu,
      String allowedCpu,
      String scaleDownTolerance,
      String metrics,
      String warnings) {
    this.type = type;
    this.cpu = cpu;
    this.allowedCpu = allowedCpu;
    this.scaleDownTolerance = scaleDownTolerance;
    this.metrics = metrics;
    this.warnings = warnings;
  }

  /** The value of the label. */
  String type() {
    return type;
  }

  /** The documented CPU target, per cent. */
  int cpu() {
    return cpu;
  }

  /** How a message names the CPU targets that are fine. */
  String allowedCpu() {
    return allowedCpu;
  }

  /** What kubectl shows of every write of such an HPA. */
  String warnings() {
    return warnings;
  }

  /** Windows, tolerances and metrics as {@link #stored} gives them. */
  String completed() {
    return "15/300 0/" + scaleDownTolerance + " " + metrics;
  }

  /** The option of {@code kubectl get} whose output is comparable with {@link #completed}. */
  static String stored() {
    return STORED;
  }
}
