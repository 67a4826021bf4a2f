package dev.hpasteward.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was recorded against what came out, every field of both. What is null is not there. Values
 * that were recorded as implementation-defined are counted apart.
 */
final class Comparison {

  private static final String MARK = "implementationDefined";
  private static final Set<String> OPEN =
      Set.of("replicas", "rawValue", "value", "averageValue", "quantity");

  private final List<Mismatch> mismatches = new ArrayList<>();
  private int open;
  private int openAlike;

  /** Adds what differs below this place. */
  void add(String place, JsonNode expected, JsonNode got) {
    if (expected.isObject() && got.isObject()) {
      addObjects(place, expected, got);
    } else if (expected.isArray() && got.isArray()) {
      for (int index = 0; index < Math.max(expected.size(), got.size()); index++) {
        add(place + "[" + index + "]", element(expected, index), element(got, index));
      }
    } else if (!isAlike(expected, got)) {
      mismatches.add(new Mismatch(place, Shortened.text(expected), Shortened.text(got)));
    }
  }

  private void addObjects(String place, JsonNode expected, JsonNode got) {
    boolean marked = expected.path(MARK).asBoolean();
    if (marked) {
      open++;
      if (OPEN.stream().allMatch(name -> isAlike(expected.path(name), got.path(name)))) {
        openAlike++;
      }
    }
    for (String name : names(expected, got)) {
      if (!name.equals(MARK) && !(marked && OPEN.contains(name))) {
        add(place + "." + name, expected.path(name), got.path(name));
      }
    }
  }

  private static Set<String> names(JsonNode expected, JsonNode got) {
    Set<String> names = new LinkedHashSet<>();
    for (Iterator<String> all = expected.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    for (Iterator<String> all = got.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  private static JsonNode element(JsonNode array, int index) {
    JsonNode element = array.get(index);
    return element == null ? MissingNode.getInstance() : element;
  }

  private static boolean isAlike(JsonNode expected, JsonNode got) {
    if (isNothing(expected) || isNothing(got)) {
      return isNothing(expected) && isNothing(got);
    }
    boolean numbers = expected.isNumber() && got.isNumber();
    return numbers
        ? expected.decimalValue().compareTo(got.decimalValue()) == 0
        : expected.equals(got);
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  List<Mismatch> mismatches() {
    return mismatches;
  }

  /** How many values are implementation-defined. */
  int open() {
    return open;
  }

  /** How many of those are as they were recorded all the same. */
  int openAlike() {
    return openAlike;
  }
}
