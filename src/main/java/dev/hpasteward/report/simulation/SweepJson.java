package dev.hpasteward.report.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.experiment.Dimension;
import dev.hpasteward.experiment.Settings;
import dev.hpasteward.experiment.Sweep;
import dev.hpasteward.experiment.SweptRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A sweep for programs: all runs in the order of the grid, and which are the best. */
public final class SweepJson {

  private SweepJson() {}

  /** Writes all of it. */
  public static void write(Sweep sweep, Optional<String> picture, Appendable out)
      throws IOException {
    ObjectNode root = SimulationJson.root(sweep.scenario().policy(), picture);
    ObjectNode json = root.putObject("sweep");
    json.put("serviceType", sweep.scenario().type().name());
    json.put("load", sweep.scenario().load().name());
    json.put("seed", sweep.scenario().seed());
    json.put("seconds", sweep.scenario().length().toMillis() / 1000.0);
    ArrayNode varied = json.putArray("varied");
    for (Dimension dimension : Dimension.values()) {
      if (sweep.dimensions().contains(dimension)) {
        varied.add(dimension.id());
      }
    }
    add(json.putArray("keeping"), sweep.keeping());
    add(json.putArray("front"), sweep.front());
    ArrayNode runs = json.putArray("runs");
    sweep.runs().forEach(run -> runs.add(run(run).put("allowed", run.allowed())));
    SimulationJson.print(root, out);
  }

  private static void add(ArrayNode numbers, List<SweptRun> runs) {
    runs.forEach(run -> numbers.add(run.number()));
  }

  private static ObjectNode run(SweptRun run) {
    Settings settings = run.settings();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", run.number());
    json.putObject("settings")
        .put("targets", settings.targets())
        .put("upTolerance", settings.upTolerance().toPlainString())
        .put("downTolerance", settings.downTolerance().toPlainString())
        .put("upWindow", settings.upWindow())
        .put("downWindow", settings.downWindow())
        .put("upRate", settings.upRate())
        .put("downRate", settings.downRate())
        .put("podStart", settings.podStart())
        .put("nodeDelay", settings.nodeDelay())
        .put("metricLag", settings.metricLag());
    json.put("broken", run.summary().isBroken());
    ObjectNode promises = json.putObject("promises");
    run.summary()
        .promises()
        .forEach(
            verdict -> promises.put(verdict.promise().id(), OutcomeText.id(verdict.outcome())));
    json.set("figures", RunJson.figures(run.summary().figures()));
    return json;
  }
}
