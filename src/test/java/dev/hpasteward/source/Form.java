package dev.hpasteward.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.stream.Collectors;

/** How the value of a documented field looks: in words, and as a JSON Schema. */
record Form(String words, ObjectNode schema) {

  static Form of(Kind<?> kind) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (kind instanceof WholeNumber number) {
      schema.put("type", "integer").put("minimum", number.least()).put("maximum", number.most());
      return new Form(number.least() + " to " + number.most() + ", " + number.unit(), schema);
    }
    if (kind instanceof DecimalNumber number) {
      schema.put("type", "number").put("minimum", 0).put("maximum", number.most());
      String decimals = ", at most " + number.decimals() + " decimals, ";
      return new Form("0 to " + number.most() + decimals + number.unit(), schema);
    }
    if (kind instanceof Word<?> word) {
      return words(word.meanings().keySet());
    }
    if (kind instanceof Name name) {
      schema
          .put("type", "string")
          .put("maxLength", name.longest())
          .put("pattern", "^(?:" + name.form() + ")$");
      return new Form(name.allowed(), schema);
    }
    if (kind instanceof RuleName) {
      return new Form("the id of a rule", words(RuleName.ALL).schema());
    }
    if (kind instanceof LinearPattern) {
      schema.put("type", "string").put("minLength", 1).put("maxLength", LinearPattern.LONGEST);
      String words = "a regular expression of RE2, at most %d characters";
      return new Form(words.formatted(LinearPattern.LONGEST), schema);
    }
    return new Form("true or false", schema.put("type", "boolean"));
  }

  static Form list(Form items) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
    return new Form("a list: " + items.words(), schema.set("items", items.schema()));
  }

  static Form map(Kind<?> keys, Form values) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.set("propertyNames", of(keys).schema());
    schema.set("additionalProperties", values.schema());
    return new Form(of(keys).words() + ", each with: " + values.words(), schema);
  }

  private static Form words(Collection<String> words) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    words.forEach(schema.putArray("enum")::add);
    return new Form(
        words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", ")), schema);
  }
}
