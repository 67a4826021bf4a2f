package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes YAML that kubectl reads as it is meant. */
public final class KubectlYaml {

  private KubectlYaml() {}

  /** A writer in this style. */
  public static Yaml with(DumperOptions options) {
    return new Yaml(new Quoting(options), options);
  }

  /** Puts text in quotes that kubectl would take for something else, such as {@code y}. */
  private static final class Quoting extends Representer {

    private Quoting(DumperOptions options) {
      super(options);
      representers.put(
          String.class,
          text ->
              representScalar(
                  Tag.STR,
                  (String) text,
                  isText((String) text) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED));
    }

    private static boolean isText(String text) {
      return PlainScalar.read(text).filter(JsonNode::isTextual).isPresent();
    }
  }
}
