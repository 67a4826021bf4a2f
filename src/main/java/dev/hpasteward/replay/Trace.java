package dev.hpasteward.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.AutoscalerStatus;
import dev.hpasteward.simulation.controller.Controller;
import dev.hpasteward.simulation.controller.ControllerFlags;
import dev.hpasteward.simulation.controller.ControllerMemory;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.PodList;
import dev.hpasteward.simulation.controller.SyncResult;
import dev.hpasteward.simulation.controller.Tolerances;
import java.util.List;

/** A recorded run while it is replayed: what goes from sync to sync, and nothing else. */
final class Trace {

  private final String family;
  private final String namespace;
  private final String name;
  private final ControllerFlags flags;
  private final int announced;
  private final Fields header;
  private AutoscalerSpec spec;
  private Controller controller;
  private ControllerMemory memory = ControllerMemory.EMPTY;
  private AutoscalerStatus status = AutoscalerStatus.EMPTY;
  private PodList pods = PodList.of(List.of());
  private ReplyReader replies = new ReplyReader(List.of());
  private int syncs;
  private boolean agrees = true;

  Trace(Fields header) {
    this.header = header;
    this.family = header.text("family");
    this.namespace = header.text("namespace");
    this.name = header.text("hpaName");
    this.announced = header.count("syncs");
    this.flags = FlagsReader.flags(header.object("flags"));
    this.spec = SpecReader.spec(header.object("hpaSpec"), namespace, name);
    this.controller = new Controller(flags, spec);
  }

  String family() {
    return family;
  }

  /** Whether the controller's optional gate is on: an alpha feature, counted apart. */
  boolean isOptional() {
    return flags.scaleToZero();
  }

  /** What is missing at its end; empty if nothing is. */
  String missing() {
    return syncs == announced
        ? ""
        : "the trace %s announces %d syncs, but %d follow"
            .formatted(header.text("id"), announced, syncs);
  }

  boolean agrees() {
    return agrees;
  }

  /** The next sync: what was recorded against what comes out here. */
  Comparison sync(Fields line) {
    if (line.count("sync") != syncs) {
      throw line.mistake("sync", syncs + ": syncs follow each other");
    }
    Comparison comparison = new Comparison();
    if (syncs == 0) {
      compareReading(header, comparison);
    }
    if (line.has("hpaSpec")) {
      spec = SpecReader.spec(line.object("hpaSpec"), namespace, name);
      controller = new Controller(flags, spec);
      compareReading(line, comparison);
    }
    syncs++;
    begin(line);
    SyncResult result =
        controller.sync(new SyncReader(spec, pods, replies).inputs(line), memory, status);
    memory = result.memory();
    status = result.stored();
    comparison.add("outputs", line.object("outputs").node(), OutputsJson.of(result));
    agrees &= comparison.mismatches().isEmpty();
    return comparison;
  }

  private void begin(Fields line) {
    if (line.flag("stateReset")) {
      memory = ControllerMemory.EMPTY;
    }
    if (line.flag("statusReset")) {
      status = AutoscalerStatus.EMPTY;
    }
    if (line.has("statusSeen")) {
      status = new StatusReader(spec).status(line.object("statusSeen"));
    }
    PodList changed = SyncReader.pods(line);
    if (changed != null) {
      pods = changed;
      replies = new ReplyReader(pods.pods());
    }
  }

  /** The numbers that the real controller read out of the spec. */
  private void compareReading(Fields line, Comparison comparison) {
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    for (MetricSpec metric : spec.metrics()) {
      read.withArray("targetMilli").add(metric.target().amount());
    }
    Tolerances tolerances = Tolerances.inForce(flags, spec.behavior());
    read.put("toleranceUp", tolerances.up()).put("toleranceDown", tolerances.down());
    comparison.add("parsed", line.object("parsed").node(), read);
  }
}
