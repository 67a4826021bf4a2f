package dev.hpasteward.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.simulation.controller.AutoscalerStatus;
import dev.hpasteward.simulation.controller.Calculation;
import dev.hpasteward.simulation.controller.Condition;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricStatus;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.MetricType;
import dev.hpasteward.simulation.controller.Rescale;
import dev.hpasteward.simulation.controller.SyncResult;
import java.util.Locale;

/** What the simulated controller came to, in the form in which the real one was recorded. */
final class OutputsJson {

  private static final String MEMORY = "memory";

  private OutputsJson() {}

  /** {@code result} of a calculator case. */
  static ObjectNode of(Calculation calculation, boolean utilization) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    if (calculation.error() != null) {
      return result.put("error", calculation.error());
    }
    result.put("replicas", calculation.replicas()).put("rawValue", calculation.usage());
    return utilization ? result.put("utilization", calculation.utilization()) : result;
  }

  /** {@code outputs} of a sync. */
  static ObjectNode of(SyncResult result) {
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    if (result.proposal() != null) {
      outputs.put("proposal", result.proposal().replicas());
      outputs.put("proposalMetric", result.proposal().metric().description());
    }
    ArrayNode writes = outputs.putArray("scaleWrites");
    Rescale rescale = result.rescale();
    if (rescale != null) {
      for (int write = 0; write < rescale.writes(); write++) {
        writes.add(rescale.replicas());
      }
      if (rescale.done()) {
        outputs.put("scaledTo", rescale.replicas()).put("rescaleReason", rescale.reason());
      }
    }
    put(outputs, result.status());
    outputs.put("statusWrite", result.statusWrite().name().toLowerCase(Locale.ROOT));
    if (result.error() != null) {
      outputs.put("error", result.error());
    }
    return outputs;
  }

  private static void put(ObjectNode outputs, AutoscalerStatus status) {
    outputs.put("desiredReplicas", status.desiredReplicas());
    outputs.put("currentReplicas", status.currentReplicas());
    ArrayNode conditions = outputs.putArray("conditions");
    for (Condition condition : status.conditions()) {
      conditions
          .addObject()
          .put("type", condition.type().id())
          .put("status", condition.holds() ? "True" : "False")
          .put("reason", condition.reason())
          .put("message", condition.message());
    }
    ArrayNode metrics = outputs.putArray("currentMetrics");
    for (MetricStatus metric : status.metrics()) {
      put(metrics.addObject(), metric);
    }
  }

  private static void put(ObjectNode shown, MetricStatus metric) {
    MetricSource source = metric.source();
    if (source == null) {
      shown.put("type", "");
      return;
    }
    shown.put("type", source.type().id()).put("name", source.name());
    if (source.container() != null) {
      shown.put("container", source.container());
    }
    boolean total = metric.kind() == MetricTarget.Kind.VALUE;
    shown.put(total ? "value" : "averageValue", metric.amount());
    if (metric.kind() == MetricTarget.Kind.UTILIZATION) {
      shown.put("averageUtilization", metric.utilization());
    }
    shown.put(
        "quantity",
        isMemory(source)
            ? QuantityText.binary(metric.amount())
            : QuantityText.decimal(metric.amount()));
  }

  /** Only of the two types of resources memory is counted in powers of 1024. */
  private static boolean isMemory(MetricSource source) {
    return source.name().equals(MEMORY)
        && (source.type() == MetricType.RESOURCE || source.type() == MetricType.CONTAINER_RESOURCE);
  }
}
