package dev.hpasteward.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.UncheckedIOException;
import java.util.List;

/** Kubernetes objects as people write them: YAML without what the API server adds. */
final class ObjectText {

  private static final int CONTEXT_LINES = 2;
  private static final List<String> ADDED_BY_THE_SERVER =
      List.of("uid", "creationTimestamp", "resourceVersion", "generation", "managedFields");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private ObjectText() {}

  static List<String> yaml(JsonNode object) {
    ObjectNode shown = object.deepCopy();
    shown.remove("status");
    if (shown.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(ADDED_BY_THE_SERVER);
    }
    try {
      return YAML.writeValueAsString(shown).lines().toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a unified diff, without the two that name files. */
  static List<String> diff(JsonNode before, JsonNode after) {
    List<String> from = yaml(before);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "before", "after", from, DiffUtils.diff(from, yaml(after)), CONTEXT_LINES);
    return diff.stream().skip(2).toList();
  }
}
