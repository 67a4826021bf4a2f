package dev.hpasteward.replay;

import java.util.Collection;

/**
 * How many agree.
 *
 * @param agreed so many do
 * @param all so many there are
 */
public record Tally(int agreed, int all) {

  /** Nothing was counted. */
  public static final Tally NONE = new Tally(0, 0);

  static Tally of(boolean agrees) {
    return new Tally(agrees ? 1 : 0, 1);
  }

  Tally plus(Tally other) {
    return new Tally(agreed + other.agreed, all + other.all);
  }

  /** Of several together. */
  public static Tally sum(Collection<Tally> tallies) {
    return tallies.stream().reduce(NONE, Tally::plus);
  }

  /** Whether all agree. */
  public boolean isWhole() {
    return agreed == all;
  }
}
