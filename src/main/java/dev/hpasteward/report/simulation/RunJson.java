package dev.hpasteward.report.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.simulation.RunSummary;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import dev.hpasteward.simulation.run.Figures;

/** A run as JSON. */
final class RunJson {

  private static final double NANOS_PER_SECOND = 1e9;

  private RunJson() {}

  static ObjectNode of(SimulatedRun run) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("serviceType", run.scenario().type().name());
    json.putObject("load")
        .put("name", run.scenario().load().name())
        .put("low", run.scenario().load().levels().low())
        .put("high", run.scenario().load().levels().high());
    json.put("seed", run.scenario().seed())
        .put("seconds", run.scenario().length().toMillis() / 1000.0);
    json.putObject("hpa")
        .put("variant", run.candidate().id())
        .put("name", run.candidate().autoscaler().name())
        .put("minReplicas", run.candidate().autoscaler().minReplicas())
        .put("maxReplicas", run.candidate().autoscaler().maxReplicas());
    addSummary(json, run.summary());
    return json;
  }

  static void addSummary(ObjectNode json, RunSummary summary) {
    json.put("broken", summary.isBroken());
    ArrayNode promises = json.putArray("promises");
    summary.promises().forEach(verdict -> promises.add(promise(verdict)));
    json.set("figures", figures(summary.figures()));
  }

  private static ObjectNode promise(PromiseVerdict verdict) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", verdict.promise().id())
            .put("title", verdict.promise().title())
            .put("outcome", OutcomeText.id(verdict.outcome()))
            .put("sentence", verdict.sentence());
    PromiseVerdict.Evidence evidence = verdict.evidence();
    if (evidence != null) {
      ObjectNode entry =
          json.putObject("evidence")
              .put("seconds", evidence.time() / NANOS_PER_SECOND)
              .put("metric", evidence.metric());
      put(entry, "value", evidence.value());
      evidence.threshold().ifPresent(threshold -> put(entry, "threshold", threshold));
    }
    ArrayNode notes = json.putArray("notes");
    verdict.notes().forEach(notes::add);
    return json;
  }

  static ObjectNode figures(Figures figures) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("podHours", figures.podHours())
            .put("mostDesired", figures.mostDesired())
            .put("leastDesired", figures.leastDesired())
            .put("mostReady", figures.mostReady())
            .put("sessionsStarted", figures.sessionsStarted())
            .put("turnedAway", figures.turnedAway())
            .put("secondsTurningAway", figures.secondsTurningAway())
            .put("sessionsCut", figures.sessionsCut())
            .put("scaleUps", figures.scaleUps())
            .put("scaleDowns", figures.scaleDowns())
            .put("directionChanges", figures.directionChanges());
    figures.secondsUntilReady().ifPresent(seconds -> put(json, "secondsUntilReady", seconds));
    ArrayNode past = json.putArray("past");
    for (Figures.Past metric : figures.past()) {
      ObjectNode entry = past.addObject().put("metric", metric.metric().name());
      entry.put("seconds", metric.seconds());
      put(entry, "worst", metric.worst());
    }
    return json;
  }

  /** JSON has no word for what nobody knows: then the field is not there. */
  private static void put(ObjectNode json, String field, double value) {
    if (Double.isFinite(value)) {
      json.put(field, value);
    }
  }
}
