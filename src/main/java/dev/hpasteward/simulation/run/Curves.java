package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricStatus;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.MetricType;
import dev.hpasteward.simulation.run.ChartSeries.Quantity;
import dev.hpasteward.simulation.run.ChartSeries.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The curves of a run's chart. */
final class Curves {

  private static final double MILLI = 1000;

  private Curves() {}

  static List<Curve> of(RunPlan plan) {
    List<Curve> curves = new ArrayList<>();
    curves.add(Curve.plain(Quantity.LOAD, "wanted", Unit.SESSIONS, SyncRecord::load));
    curves.add(Curve.plain(Quantity.SESSIONS, "running", Unit.SESSIONS, s -> s.fleet().sessions()));
    curves.add(Curve.plain(Quantity.WAITING, "waiting", Unit.SESSIONS, s -> s.fleet().waiting()));
    curves.add(Curve.plain(Quantity.DESIRED, "desired", Unit.PODS, SyncRecord::desired));
    curves.add(Curve.plain(Quantity.READY, "ready", Unit.PODS, s -> s.fleet().ready()));
    curves.add(
        Curve.plain(Quantity.TERMINATING, "terminating", Unit.PODS, s -> s.fleet().terminating()));
    List<DocumentedMetric> documented = DocumentedMetric.of(plan.type());
    List<MetricSpec> asked = plan.autoscaler().metrics();
    for (int index = 0; index < documented.size(); index++) {
      curves.add(documented(documented.get(index), index, asked));
    }
    for (int index = 0; index < asked.size(); index++) {
      MetricSpec metric = asked.get(index);
      if (documented.stream().noneMatch(known -> isReadAlike(known, metric))) {
        curves.add(other(metric, index));
      }
    }
    return curves;
  }

  private static Curve documented(DocumentedMetric metric, int index, List<MetricSpec> asked) {
    OptionalDouble target =
        asked.stream()
            .filter(spec -> isReadAlike(metric, spec))
            .mapToDouble(spec -> spec.target().amount())
            .findFirst();
    Unit unit =
        switch (metric.unit()) {
          case PERCENT -> Unit.PERCENT;
          case FREE_PODS -> Unit.PODS;
        };
    ChartSeries description =
        new ChartSeries(
            Quantity.DOCUMENTED_METRIC,
            metric.name(),
            unit,
            OptionalDouble.of(metric.scaleUpAt()),
            metric.scaleDownAt(),
            target,
            List.of());
    return new Curve(description, sync -> sync.readings().seen(index));
  }

  private static boolean isReadAlike(DocumentedMetric metric, MetricSpec spec) {
    MetricType type = spec.source().type();
    return metric.unit() == DocumentedMetric.Unit.PERCENT
        && (type == MetricType.RESOURCE || type == MetricType.CONTAINER_RESOURCE)
        && spec.source().name().equals(metric.name())
        && isPercent(spec);
  }

  private static boolean isPercent(MetricSpec spec) {
    return spec.target().kind() == MetricTarget.Kind.UTILIZATION;
  }

  private static Curve other(MetricSpec metric, int index) {
    boolean percent = isPercent(metric);
    double target = percent ? metric.target().amount() : metric.target().amount() / MILLI;
    ChartSeries description =
        new ChartSeries(
            Quantity.OTHER_METRIC,
            metric.source().name(),
            percent ? Unit.PERCENT : Unit.AMOUNT,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(target),
            List.of());
    return new Curve(description, sync -> status(sync, index));
  }

  private static double status(SyncRecord sync, int index) {
    List<MetricStatus> statuses = sync.result().status().metrics();
    MetricStatus status = index < statuses.size() ? statuses.get(index) : MetricStatus.HOLE;
    return switch (status.kind()) {
      case UTILIZATION -> status.utilization();
      case AVERAGE_VALUE, VALUE -> status.amount() / MILLI;
      case NONE -> Double.NaN;
    };
  }
}
