package dev.hpasteward.simulation.controller;

/**
 * Doubles as integers the way Go converts them on amd64: what does not fit, or is no number, is the
 * smallest integer. The language leaves that open, and Java does it otherwise.
 */
final class Converted {

  private static final double TWO_TO_31 = 0x1p31;
  private static final double TWO_TO_63 = 0x1p63;

  private Converted() {}

  /** Without its fraction, in 32 bits. */
  static int toInt(double number) {
    return number > -TWO_TO_31 - 1 && number < TWO_TO_31 ? (int) number : Integer.MIN_VALUE;
  }

  /** The next whole number, in 32 bits. */
  static int upToInt(double number) {
    return toInt(Math.ceil(number));
  }

  /** The next whole number in 32 bits; what is larger than all is the largest of them. */
  static int upToIntCapped(double number) {
    return number > Integer.MAX_VALUE ? Integer.MAX_VALUE : upToInt(number);
  }

  /** The next whole number, in 64 bits. */
  static long upToLong(double number) {
    double up = Math.ceil(number);
    return up >= -TWO_TO_63 && up < TWO_TO_63 ? (long) up : Long.MIN_VALUE;
  }
}
