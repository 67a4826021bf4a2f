package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.MetricSelector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Label selectors of metrics, also malformed ones. */
final class SelectorReader {

  private SelectorReader() {}

  /** Null where there is none. */
  static @Nullable MetricSelector selector(Fields owner, String name) {
    Fields selector = owner.objectOrNull(name);
    if (selector == null) {
      return null;
    }
    Map<String, String> labels = new TreeMap<>();
    Fields matchLabels = selector.objectOrNull("matchLabels");
    if (matchLabels != null) {
      for (Iterator<String> keys = matchLabels.node().fieldNames(); keys.hasNext(); ) {
        String key = keys.next();
        labels.put(key, matchLabels.text(key));
      }
    }
    List<MetricSelector.Expression> expressions = new ArrayList<>();
    for (Fields expression : selector.objects("matchExpressions")) {
      expressions.add(
          new MetricSelector.Expression(
              expression.text("key"), expression.text("operator"), expression.texts("values")));
    }
    return new MetricSelector(labels, expressions);
  }
}
