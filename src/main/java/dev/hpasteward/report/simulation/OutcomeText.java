package dev.hpasteward.report.simulation;

import dev.hpasteward.report.TextReport.Colours;
import dev.hpasteward.simulation.RunSummary;
import dev.hpasteward.simulation.promise.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What became of a promise, in words and marks that need no colour. */
public final class OutcomeText {

  private OutcomeText() {}

  /** In a word or three. */
  public static String word(Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> "broken";
      case CAN_NOT_BE_KEPT -> "can't be kept";
      case KEPT -> "kept";
      case NOT_TESTED -> "not tested";
    };
  }

  /** As JSON and style sheets name it. */
  public static String id(Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> "broken";
      case CAN_NOT_BE_KEPT -> "can-not-be-kept";
      case KEPT -> "kept";
      case NOT_TESTED -> "not-tested";
    };
  }

  /** A letter's width. */
  public static String mark(Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> "✗";
      case CAN_NOT_BE_KEPT -> "!";
      case KEPT -> "✓";
      case NOT_TESTED -> "–";
    };
  }

  /** Text in the colour of the outcome. */
  static String coloured(Outcome outcome, String text, Colours colours) {
    return switch (outcome) {
      case BROKEN -> colours.bad(text);
      case CAN_NOT_BE_KEPT -> colours.warning(text);
      case KEPT -> colours.good(text);
      case NOT_TESTED -> colours.faint(text);
    };
  }

  /** Such as {@code 5 kept, 1 can't be kept, 1 not tested}. */
  public static String counts(RunSummary summary) {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome :
        List.of(Outcome.KEPT, Outcome.BROKEN, Outcome.CAN_NOT_BE_KEPT, Outcome.NOT_TESTED)) {
      long count = summary.count(outcome);
      if (count > 0) {
        parts.add(count + " " + word(outcome));
      }
    }
    return String.join(", ", parts);
  }
}
