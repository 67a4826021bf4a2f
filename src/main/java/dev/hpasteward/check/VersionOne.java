package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.document.Wanted;
import dev.hpasteward.model.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** What autoscaling/v1 can say of what autoscaling/v2 says. */
final class VersionOne {

  static final String API_VERSION = "autoscaling/v1";

  private static final FieldPath CPU = FieldPath.of("spec.targetCPUUtilizationPercentage");
  private static final FieldPath METRICS = FieldPath.of("spec.metrics");
  private static final FieldPath BEHAVIOR = FieldPath.of("spec.behavior");

  private VersionOne() {}

  /** The path of a value in a manifest of v1: it has one field for what is a list in v2. */
  static FieldPath written(FieldPath path) {
    return isBelow(path, METRICS) ? CPU : path;
  }

  /** Without what v1 has no field for: admission fills it in. */
  static Wanted wanted(Wanted wanted) {
    ObjectNode object = wanted.object().deepCopy();
    List<FieldPath> changed = new ArrayList<>();
    for (FieldPath path : wanted.changed()) {
      if (isBelow(path, METRICS)) {
        JsonNode target = object.at("/spec/metrics/0/resource");
        boolean cpu =
            path.toString().equals("spec.metrics[0].resource.target.averageUtilization")
                && target.path("name").asText().equals("cpu");
        if (cpu && object.path("spec") instanceof ObjectNode spec) {
          spec.set(
              "targetCPUUtilizationPercentage", target.path("target").path("averageUtilization"));
          changed.add(CPU);
        }
      } else if (!isBelow(path, BEHAVIOR)) {
        changed.add(path);
      }
    }
    return new Wanted(object, changed);
  }

  private static boolean isBelow(FieldPath path, FieldPath above) {
    List<FieldPath.Element> prefix = above.elements();
    List<FieldPath.Element> elements = path.elements();
    return elements.size() >= prefix.size() && elements.subList(0, prefix.size()).equals(prefix);
  }
}
