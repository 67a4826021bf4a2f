package dev.hpasteward.simulation.controller;

import java.util.ArrayList;
import java.util.List;

/** The conditions of an HPA while a sync works on them (horizontal.go, setConditionInList). */
final class Conditions {

  private final List<Condition> conditions;

  Conditions(List<Condition> stored) {
    this.conditions = new ArrayList<>(stored);
  }

  /** Says this from now on; one that is new comes last. */
  void set(Condition.Type type, boolean holds, String reason, String message, long now) {
    for (int index = 0; index < conditions.size(); index++) {
      Condition before = conditions.get(index);
      if (before.type() == type) {
        long since = before.holds() == holds ? before.since() : now;
        conditions.set(index, new Condition(type, holds, reason, message, since));
        return;
      }
    }
    conditions.add(new Condition(type, holds, reason, message, now));
  }

  void remove(Condition.Type type) {
    conditions.removeIf(condition -> condition.type() == type);
  }

  boolean holds(Condition.Type type) {
    for (Condition condition : conditions) {
      if (condition.type() == type) {
        return condition.holds();
      }
    }
    return false;
  }

  List<Condition> toList() {
    return List.copyOf(conditions);
  }
}
