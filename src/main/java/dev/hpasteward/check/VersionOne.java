package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.document.Wanted;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.FieldPath.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an HPA of autoscaling/v1 can say of what autoscaling/v2 says: a CPU target. All else stands
 * in annotations, whose text is its author's.
 */
final class VersionOne {

  static final String API_VERSION = "autoscaling/v1";

  private static final String CPU_FIELD = "targetCPUUtilizationPercentage";
  private static final FieldPath CPU = FieldPath.of("spec").field(CPU_FIELD);
  private static final FieldPath METRICS = FieldPath.of("spec.metrics");
  private static final FieldPath BEHAVIOR = FieldPath.of("spec.behavior");
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata.annotations");

  private final JsonNode written;

  /** Of an object as it is written. */
  VersionOne(JsonNode written) {
    this.written = written;
  }

  /** Where a value of v2 is written. */
  FieldPath written(FieldPath path) {
    if (isBelow(path, METRICS)) {
      return isAnnotated(path) ? ANNOTATIONS.key(AutoscalerConversion.METRICS) : CPU;
    }
    return isBelow(path, BEHAVIOR) && hasAnnotation(AutoscalerConversion.BEHAVIOR)
        ? ANNOTATIONS.key(AutoscalerConversion.BEHAVIOR)
        : path;
  }

  /**
   * Without what v1 has no field for: admission fills in what is missing, and the rest is told.
   *
   * @param corrected what contradicts the policy
   */
  Wanted wanted(Wanted wanted, Set<FieldPath> corrected) {
    ObjectNode object = wanted.object().deepCopy();
    Set<FieldPath> changed = new LinkedHashSet<>();
    List<Wanted.Left> left = new ArrayList<>();
    for (FieldPath path : new LinkedHashSet<>(wanted.changed())) {
      if (isCpuTarget(path, object) && object.path("spec") instanceof ObjectNode spec) {
        spec.set(CPU_FIELD, object.at(metric(path) + "/resource/target/averageUtilization"));
        changed.add(CPU);
      } else if (!isBelow(path, METRICS) && !isBelow(path, BEHAVIOR)) {
        changed.add(path);
      } else if (corrected.contains(path)) {
        left.add(new Wanted.Left(written(path), reason(path)));
      }
    }
    return new Wanted(object, List.copyOf(changed), left);
  }

  private static String reason(FieldPath path) {
    return "autoscaling/v1 has no field for %s; write autoscaling/v2, or correct it by hand"
        .formatted(path);
  }

  /** Of the metrics those of the annotation come first; what is missing is missing there too. */
  private boolean isAnnotated(FieldPath path) {
    int annotated = AutoscalerConversion.annotatedMetrics(written);
    return hasAnnotation(AutoscalerConversion.METRICS)
        && !(isItem(path) && index(path) == annotated && annotated < metrics());
  }

  /** The API server has a CPU target where there is no metric at all. */
  private int metrics() {
    int annotated = AutoscalerConversion.annotatedMetrics(written);
    boolean cpu = annotated == 0 || written.path("spec").hasNonNull(CPU_FIELD);
    return cpu ? annotated + 1 : annotated;
  }

  private boolean isCpuTarget(FieldPath path, JsonNode object) {
    return isItem(path)
        && path.equals(
            METRICS
                .index(index(path))
                .field("resource")
                .field("target")
                .field("averageUtilization"))
        && index(path) >= AutoscalerConversion.annotatedMetrics(written)
        && object.at(metric(path) + "/resource/name").asText().equals("cpu");
  }

  private static String metric(FieldPath path) {
    return "/spec/metrics/" + index(path);
  }

  private static boolean isItem(FieldPath path) {
    return isBelow(path, METRICS)
        && path.elements().size() > METRICS.elements().size()
        && path.elements().get(METRICS.elements().size()) instanceof Element.Index;
  }

  private static int index(FieldPath path) {
    return ((Element.Index) path.elements().get(METRICS.elements().size())).index();
  }

  private boolean hasAnnotation(String name) {
    return AutoscalerConversion.annotations(written).hasNonNull(name);
  }

  private static boolean isBelow(FieldPath path, FieldPath above) {
    List<Element> prefix = above.elements();
    List<Element> elements = path.elements();
    return elements.size() >= prefix.size() && elements.subList(0, prefix.size()).equals(prefix);
  }
}
