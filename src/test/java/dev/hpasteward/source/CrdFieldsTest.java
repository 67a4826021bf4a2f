package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The ScalingPolicy resource has the fields of the policy document, with their types, words and
 * ranges. Ids of rules are text there: a newer program must not need a newer CRD.
 */
class CrdFieldsTest {

  private static final List<String> BOUNDS = List.of("minimum", "maximum", "maxLength");

  private final JsonNode schema;
  private final JsonNode crd;
  private final List<String> differences = new ArrayList<>();

  CrdFieldsTest() throws IOException {
    this.schema = new PolicySchema().schema();
    this.crd =
        PolicySchema.yaml(Files.readString(Path.of("deploy", "base", "crd.yaml")))
            .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
  }

  @Test
  void theResourceHasTheFieldsOfTheDocument() {
    compare("spec", schema.at("/properties/spec"), crd);

    assertThat(differences).isEmpty();
  }

  private void compare(String path, JsonNode found, JsonNode resource) {
    JsonNode document = found.has("$ref") ? schema.at("/$defs/selector") : found;
    same(path + " type", document.path("type").asText(), resource.path("type").asText());
    same(path + " required", words(document.path("required")), words(resource.path("required")));
    if (!isRule(document)) {
      same(path + " enum", words(document.path("enum")), words(resource.path("enum")));
    }
    for (String bound : BOUNDS) {
      same(path + " " + bound, document.path(bound).asDouble(), resource.path(bound).asDouble());
    }
    same(path + " fields", keys(document), keys(resource));
    for (String key : keys(document)) {
      compare(
          path + "." + key,
          document.path("properties").path(key),
          resource.path("properties").path(key));
    }
    for (String inner : List.of("items", "additionalProperties")) {
      if (document.path(inner).isObject()) {
        compare(path + "." + inner, document.path(inner), resource.path(inner));
      }
    }
  }

  private static boolean isRule(JsonNode document) {
    return words(document.path("enum")).contains("cpu-target");
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  private void same(String what, Object document, Object resource) {
    if (!document.equals(resource)) {
      differences.add(what + ": document " + document + ", resource " + resource);
    }
  }
}
