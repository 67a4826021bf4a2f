package dev.hpasteward.replay;

/** Thousandths as the API writes them (apimachinery, resource/quantity.go, CanonicalizeBytes). */
final class QuantityText {

  private static final long MILLI = 1000;
  private static final long KIBI = 1024;
  private static final String[] DECIMAL = {"m", "", "k", "M", "G", "T", "P", "E"};
  private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

  private QuantityText() {}

  /** As large a suffix as leaves no fraction. */
  static String decimal(long milli) {
    return milli == 0 ? "0" : scaled(milli, MILLI, DECIMAL);
  }

  /** The same in powers of 1024, for at least that many whole units. */
  static String binary(long milli) {
    long whole = milli / MILLI;
    boolean small = whole > -KIBI && whole < KIBI;
    return small || milli % MILLI != 0 ? decimal(milli) : scaled(whole, KIBI, BINARY);
  }

  private static String scaled(long number, long step, String[] suffixes) {
    long left = number;
    int suffix = 0;
    while (suffix < suffixes.length - 1 && left % step == 0) {
      left /= step;
      suffix++;
    }
    return left + suffixes[suffix];
  }
}
