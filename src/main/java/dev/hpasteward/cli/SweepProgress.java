package dev.hpasteward.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * How far a sweep is: one line that is written again and again for who watches a terminal, and a
 * line every 10 seconds for who reads a log.
 */
final class SweepProgress implements IntConsumer {

  private static final String START_OF_LINE = "\r\u001b[K";
  private static final int STEP = 10;
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final PrintWriter err;
  private final int all;
  private final boolean watched;
  private final LongSupplier nanos;
  private long told;

  SweepProgress(PrintWriter err, int all) {
    this(err, all, Terminal.isErrorWatched(), System::nanoTime);
  }

  /** With somebody who watches or nobody, and by this clock, in nanoseconds from any moment. */
  SweepProgress(PrintWriter err, int all, boolean watched, LongSupplier nanos) {
    this.err = err;
    this.all = all;
    this.watched = watched;
    this.nanos = nanos;
    this.told = nanos.getAsLong();
  }

  @Override
  public synchronized void accept(int over) {
    if (watched) {
      if (over % STEP == 0 || over == all) {
        err.print("%srun %d of %d".formatted(START_OF_LINE, over, all));
        err.flush();
      }
    } else if (over < all && nanos.getAsLong() - told >= PAUSE) {
      told = nanos.getAsLong();
      err.println("run %d of %d".formatted(over, all));
      err.flush();
    }
  }

  /** Leaves nothing behind on a terminal. */
  synchronized void end() {
    if (watched) {
      err.print(START_OF_LINE);
      err.flush();
    }
  }
}
