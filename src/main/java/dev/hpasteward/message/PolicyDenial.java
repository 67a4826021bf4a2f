package dev.hpasteward.message;

import dev.hpasteward.model.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Why a ScalingPolicy was refused, one line for each mistake. */
public final class PolicyDenial {

  private PolicyDenial() {}

  /**
   * The words.
   *
   * @param mistakes at least one, each a path and what is wrong there
   */
  public static Denial of(String name, List<Denial.Cause> mistakes) {
    StringBuilder text =
        new StringBuilder(
            "ScalingPolicy %s is no usable policy: %d to mend"
                .formatted(Excerpt.plain(name), mistakes.size()));
    List<Denial.Cause> told = new ArrayList<>();
    while (told.size() < Math.min(mistakes.size(), Denial.MOST_FINDINGS)
        && text.length() < Denial.ENOUGH) {
      Denial.Cause mistake = mistakes.get(told.size());
      told.add(mistake);
      text.append('\n')
          .append(mistake.field())
          .append(mistake.field().isEmpty() ? "" : ": ")
          .append(mistake.message());
    }
    if (told.size() < mistakes.size()) {
      text.append("\nand ").append(mistakes.size() - told.size()).append(" more");
    }
    return new Denial(text.toString(), told);
  }
}
