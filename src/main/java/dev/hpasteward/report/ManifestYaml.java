package dev.hpasteward.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.document.KubectlYaml;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;

/** Objects as YAML, with their fields in the order in which people write them. */
public final class ManifestYaml {

  private static final List<String> FIRST =
      List.of(
          "apiVersion",
          "kind",
          "type",
          "metricType",
          "record",
          "metadata",
          "name",
          "namespace",
          "labels",
          "annotations",
          "spec",
          "scaleTargetRef",
          "minReplicas",
          "maxReplicas",
          "metrics",
          "behavior",
          "seriesQuery",
          "metric",
          "scaleUp",
          "scaleDown",
          "stabilizationWindowSeconds",
          "tolerance",
          "selectPolicy");
  private static final Comparator<String> ORDER =
      Comparator.comparingInt(ManifestYaml::rank).thenComparing(Comparator.naturalOrder());
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestYaml() {}

  /** Of maps and lists, or of a tree. */
  public static String of(Object object) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return KubectlYaml.with(options).dump(ordered(JSON.convertValue(object, Object.class)));
  }

  private static int rank(String field) {
    int place = FIRST.indexOf(field);
    return place < 0 ? FIRST.size() : place;
  }

  private static Object ordered(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ManifestYaml::ordered).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> byName = new TreeMap<>(ORDER);
    map.forEach((key, field) -> byName.put(String.valueOf(key), ordered(field)));
    return byName;
  }
}
