package dev.hpasteward.simulation.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The label selector of a metric. The API server does not look into it, so that it may be
 * malformed; it is looked at once, when it is made. Two are equal if they are written alike.
 */
public final class MetricSelector {

  private static final Map<String, LabelOperator> OPERATORS =
      Map.of(
          "In",
          LabelOperator.IN,
          "NotIn",
          LabelOperator.NOT_IN,
          "Exists",
          LabelOperator.EXISTS,
          "DoesNotExist",
          LabelOperator.DOES_NOT_EXIST);

  private final String text;
  private final @Nullable String mistake;

  /**
   * A selector.
   *
   * @param matchLabels labels that must have these values
   * @param matchExpressions further requirements
   */
  public MetricSelector(Map<String, String> matchLabels, List<Expression> matchExpressions) {
    Map<String, String> labels = new TreeMap<>(matchLabels);
    this.text = printed(labels, matchExpressions);
    this.mistake = firstMistake(labels, matchExpressions);
  }

  /**
   * A requirement.
   *
   * @param key the label's key
   * @param operator {@code In}, {@code NotIn}, {@code Exists}, {@code DoesNotExist}, or a mistake
   * @param values what the operator compares with
   */
  public record Expression(String key, String operator, List<String> values) {

    public Expression {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "LabelSelectorRequirement{Key:%s,Operator:%s,Values:[%s],}"
          .formatted(key, operator, String.join(" ", values));
    }
  }

  /**
   * The first thing that is wrong with it, in the words of apimachinery (meta/v1/helpers.go,
   * LabelSelectorAsSelector); null if nothing is.
   */
  @Nullable String mistake() {
    return mistake;
  }

  private static @Nullable String firstMistake(
      Map<String, String> labels, List<Expression> expressions) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String mistake =
          LabelRequirement.mistake(label.getKey(), LabelOperator.EQUALS, List.of(label.getValue()));
      if (mistake != null) {
        return mistake;
      }
    }
    for (Expression expression : expressions) {
      LabelOperator operator = OPERATORS.get(expression.operator());
      String mistake =
          operator == null
              ? Quoted.text(expression.operator()) + " is not a valid label selector operator"
              : LabelRequirement.mistake(expression.key(), operator, expression.values());
      if (mistake != null) {
        return mistake;
      }
    }
    return null;
  }

  private static String printed(Map<String, String> labels, List<Expression> expressions) {
    List<String> pairs = new ArrayList<>();
    labels.forEach((key, value) -> pairs.add(key + ": " + value + ","));
    StringBuilder requirements = new StringBuilder();
    expressions.forEach(expression -> requirements.append(expression).append(','));
    return "&LabelSelector{MatchLabels:map[string]string{%s},MatchExpressions:%s{%s},}"
        .formatted(String.join("", pairs), "[]LabelSelectorRequirement", requirements);
  }

  /** As errors and names of metrics show it. */
  static String text(@Nullable MetricSelector selector) {
    return selector == null ? "nil" : selector.text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricSelector selector && text.equals(selector.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As Go prints it (meta/v1/generated.pb.go). */
  @Override
  public String toString() {
    return text;
  }
}
