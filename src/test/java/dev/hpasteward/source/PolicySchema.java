package dev.hpasteward.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/** The JSON Schema of the policy document, made of its fields. */
final class PolicySchema {

  static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SELECTOR_REFERENCE = "#/$defs/selector";

  private final List<Field> fields = PolicyFields.all();

  ObjectNode schema() throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "HPA Steward's scaling policy");
    schema.setAll(mapping(""));
    schema.putObject("$defs").set("selector", mapping(PolicyFields.SELECTOR));
    return schema;
  }

  private ObjectNode of(Field field) throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode().put("description", field.text());
    if (field.otherwise().isPresent()) {
      schema.set("default", YAML.readTree(field.otherwise().get()));
    }
    if (field.form().isPresent()) {
      schema.setAll(field.form().get().schema());
    } else if (isSelector(field)) {
      schema.put("$ref", SELECTOR_REFERENCE);
    } else {
      schema.setAll(mapping(field.path()));
    }
    constrain(field.path(), schema);
    return schema;
  }

  private ObjectNode mapping(String path) throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode();
    ObjectNode properties = JSON.createObjectNode();
    ArrayNode required = JSON.createArrayNode();
    for (Field child : children(path)) {
      switch (child.key()) {
        case "[]" -> {
          return schema.put("type", "array").set("items", of(child));
        }
        case "*" -> {
          schema.put("type", "object");
          schema.set("propertyNames", Form.of(Name.LABEL_VALUE).schema());
          return schema.set("additionalProperties", of(child));
        }
        default -> properties.set(child.key(), of(child));
      }
      if (child.required()) {
        required.add(child.key());
      }
    }
    schema.put("type", "object").put("additionalProperties", false).set("properties", properties);
    return required.isEmpty() ? schema : schema.set("required", required);
  }

  private List<Field> children(String path) {
    return fields.stream()
        .filter(field -> field.holder().equals(path) && !field.path().equals(path))
        .filter(field -> !path.isEmpty() || !field.path().startsWith(PolicyFields.SELECTOR))
        .toList();
  }

  static boolean isSelector(Field field) {
    return field.key().equals("selector") || field.key().equals("namespaceSelector");
  }

  /** What no single field says. */
  private static void constrain(String path, ObjectNode schema) throws JsonProcessingException {
    String more =
        switch (path) {
          case "spec.serviceTypes" -> "{minProperties: 1}";
          case "spec.serviceTypes.*.selector", "spec.modes.namespaces[].selector" ->
              "{minProperties: 1}";
          case "spec.serviceTypes.*.scaleDownRate[]" ->
              "{oneOf: [{required: [pods]}, {required: [percent]}]}";
          case "spec.exemptions" ->
              "{dependentSchemas: {maxDays: {properties: {requireEnd: {const: true}}}}}";
          case "selector.matchExpressions[]" ->
              "{if: {properties: {operator: {enum: [In, NotIn]}}},"
                  + " then: {required: [values], properties: {values: {minItems: 1}}},"
                  + " else: {properties: {values: {maxItems: 0}}}}";
          default -> "{}";
        };
    schema.setAll((ObjectNode) YAML.readTree(more));
  }

  static JsonNode yaml(String document) throws JsonProcessingException {
    return YAML.readTree(document);
  }
}
