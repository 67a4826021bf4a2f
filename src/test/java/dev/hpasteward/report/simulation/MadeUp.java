package dev.hpasteward.report.simulation;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.experiment.Candidate;
import dev.hpasteward.experiment.ComputedLoad;
import dev.hpasteward.experiment.Dimension;
import dev.hpasteward.experiment.Scenario;
import dev.hpasteward.experiment.Settings;
import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.experiment.Sweep;
import dev.hpasteward.experiment.SweptRun;
import dev.hpasteward.experiment.Variants;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.RunSummary;
import dev.hpasteward.simulation.load.Levels;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.promise.Outcome;
import dev.hpasteward.simulation.promise.Promise;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartEvent;
import dev.hpasteward.simulation.run.ChartPoint;
import dev.hpasteward.simulation.run.ChartSeries;
import dev.hpasteward.simulation.run.ChartSeries.Quantity;
import dev.hpasteward.simulation.run.ChartSeries.Unit;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.Figures;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.source.PolicySource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Runs that nobody ran, so that reports have each kind of outcome to tell of. */
public final class MadeUp {

  private static final long MINUTE = 60_000_000_000L;
  private static final ScalingPolicy POLICY = PolicySource.embedded();
  private static final ServiceTypePolicy SFU = POLICY.serviceType("sfu").orElseThrow();
  private static final Scenario SCENARIO =
      new Scenario(
          POLICY,
          SFU,
          new ComputedLoad(LoadKind.STEP, new Levels(240, 3000), Duration.ofMinutes(4)),
          7,
          Duration.ofMinutes(4));
  private static final Candidate CANDIDATE =
      new Variants(POLICY, SFU, KubernetesVersion.CURRENT, KnownWorkloads.of(SFU)).generated();

  private MadeUp() {}

  /** A run with one of each outcome, and with letters that mean something elsewhere. */
  public static SimulatedRun run() {
    List<PromiseVerdict> verdicts = new ArrayList<>();
    for (Promise promise : Promise.values()) {
      verdicts.add(
          switch (promise) {
            case SCALE_UP_TRIGGERED ->
                new PromiseVerdict(
                    promise,
                    Outcome.BROKEN,
                    "cpu was at 61 % (to scale up at 60 %) & <nobody> asked for \"more\".",
                    new Evidence(2 * MINUTE, "cpu", 61, Optional.of(60.0)),
                    List.of("It took 90 s at most."));
            case CAPACITY_IN_TIME ->
                new PromiseVerdict(
                    promise,
                    Outcome.CAN_NOT_BE_KEPT,
                    "The load rose faster than a pod starts.",
                    new Evidence(2 * MINUTE, "sessions", 12, Optional.empty()),
                    List.of());
            case NO_SESSION_CUT ->
                new PromiseVerdict(
                    promise, Outcome.NOT_TESTED, "No pod was taken away.", null, List.of());
            case SCALE_DOWN_ONLY_WHEN_ALL_MET, SCALE_DOWN_HAPPENS, NO_FLAPPING, BOUNDS_KEPT ->
                new PromiseVerdict(promise, Outcome.KEPT, "It was kept.", null, List.of());
          });
    }
    return new SimulatedRun(
        SCENARIO, CANDIDATE, new RunSummary(figures(2.5, 90), verdicts), Optional.of(chart()));
  }

  private static Figures figures(double podHours, double seconds) {
    List<Figures.Past> past = new ArrayList<>();
    for (DocumentedMetric metric : DocumentedMetric.of(SFU)) {
      past.add(new Figures.Past(metric, seconds, metric.name().equals("cpu") ? 61 : Double.NaN));
    }
    return new Figures(podHours, 9, 2, 8, 3400, 12, 45, 0, 3, 2, 1, OptionalDouble.of(75), past);
  }

  private static Chart chart() {
    return new Chart(
        4 * MINUTE,
        List.of(
            series(Quantity.LOAD, "load", Unit.SESSIONS, 240, 240, 3000, 240),
            series(Quantity.SESSIONS, "sessions", Unit.SESSIONS, 240, 240, 2988, 240),
            series(Quantity.WAITING, "waiting", Unit.SESSIONS, 0, 0, 12, 0),
            new ChartSeries(
                Quantity.DOCUMENTED_METRIC,
                "cpu",
                Unit.PERCENT,
                OptionalDouble.of(60),
                OptionalDouble.of(35),
                OptionalDouble.of(60),
                points(Double.NaN, 20, 61, 30)),
            series(Quantity.DESIRED, "desired", Unit.PODS, 2, 2, 9, 8),
            series(Quantity.READY, "ready", Unit.PODS, 2, 2, 2, 8),
            series(Quantity.TERMINATING, "terminating", Unit.PODS, 0, 0, 0, 1)),
        List.of(new ChartEvent(2 * MINUTE, 2, 9, "cpu <above> target")),
        3);
  }

  private static ChartSeries series(Quantity quantity, String name, Unit unit, double... values) {
    return new ChartSeries(
        quantity,
        name,
        unit,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        points(values));
  }

  private static List<ChartPoint> points(double... values) {
    List<ChartPoint> points = new ArrayList<>();
    DoubleStream.of(values)
        .forEach(
            value -> {
              long from = points.size() * MINUTE;
              points.add(new ChartPoint(from, from + MINUTE, value, value, value));
            });
    return points;
  }

  private static List<PromiseVerdict> notAll(List<PromiseVerdict> kept) {
    List<PromiseVerdict> verdicts = new ArrayList<>(kept);
    verdicts.set(
        0,
        new PromiseVerdict(
            kept.get(0).promise(), Outcome.CAN_NOT_BE_KEPT, "Nobody could.", null, List.of()));
    return verdicts;
  }

  /**
   * A sweep of five settings: one is dear, one is broken, two are alike, and of a cheap one a
   * promise can't be kept.
   */
  public static Sweep sweep() {
    Settings settings = Settings.of(CANDIDATE);
    List<PromiseVerdict> kept =
        run().summary().promises().stream()
            .map(
                verdict ->
                    new PromiseVerdict(
                        verdict.promise(), Outcome.KEPT, "It was kept.", null, List.of()))
            .toList();
    return new Sweep(
        SCENARIO,
        EnumSet.of(Dimension.TARGET, Dimension.DELAY),
        List.of(
            new SweptRun(1, settings, true, new RunSummary(figures(3, 60), kept)),
            new SweptRun(2, settings, true, new RunSummary(figures(4, 0), kept)),
            new SweptRun(
                3, settings, false, new RunSummary(figures(2, 120), run().summary().promises())),
            new SweptRun(4, settings, true, new RunSummary(figures(3, 60), kept)),
            new SweptRun(5, settings, true, new RunSummary(figures(2.5, 90), notAll(kept)))));
  }
}
