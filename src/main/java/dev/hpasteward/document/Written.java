package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Values as the text around them writes values. */
final class Written {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STEP = 2;

  private final String newline;
  private final boolean listsIndented;

  /**
   * A way to write.
   *
   * @param newline between lines
   * @param listsIndented whether a list's dashes stand deeper than its key
   */
  Written(String newline, boolean listsIndented) {
    this.newline = newline;
    this.listsIndented = listsIndented;
  }

  /** Lines of a mapping's entry, each after a line feed. */
  String entry(String key, JsonNode value, int indent) {
    return lines(Map.of(key, plain(value)), " ".repeat(indent), " ".repeat(indent));
  }

  /** Lines of a list's item, each after a line feed. */
  String item(JsonNode value, int indent) {
    String dash = " ".repeat(indent) + "- ";
    return lines(plain(value), dash, " ".repeat(dash.length()));
  }

  /** Lines of a collection, each after a line feed. */
  String block(JsonNode value, int indent) {
    return lines(plain(value), " ".repeat(indent), " ".repeat(indent));
  }

  /** In braces and brackets, on one line. */
  String flow(JsonNode value, boolean json) {
    return json ? value.toString() : yaml(FlowStyle.FLOW).dump(plain(value)).strip();
  }

  String newline() {
    return newline;
  }

  private String lines(Object value, String first, String others) {
    String text = yaml(FlowStyle.BLOCK).dump(value).stripTrailing();
    return newline + first + text.lines().collect(Collectors.joining(newline + others));
  }

  private static Object plain(JsonNode value) {
    return JSON.convertValue(value, Object.class);
  }

  private Yaml yaml(FlowStyle style) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(style);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    if (listsIndented) {
      options.setIndicatorIndent(STEP);
      options.setIndentWithIndicator(true);
    }
    return KubectlYaml.with(options);
  }
}
