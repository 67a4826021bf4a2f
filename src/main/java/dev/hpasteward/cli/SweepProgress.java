package dev.hpasteward.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** One line that is written again and again, for who watches a terminal. */
final class SweepProgress implements IntConsumer {

  private static final String START_OF_LINE = "\r\u001b[K";
  private static final int STEP = 10;

  private final PrintWriter err;
  private final int all;
  private final boolean watched = Terminal.isInteractive();

  SweepProgress(PrintWriter err, int all) {
    this.err = err;
    this.all = all;
  }

  @Override
  public synchronized void accept(int over) {
    if (watched && (over % STEP == 0 || over == all)) {
      err.print("%srun %d of %d".formatted(START_OF_LINE, over, all));
      err.flush();
    }
  }

  /** Leaves nothing behind. */
  synchronized void end() {
    if (watched) {
      err.print(START_OF_LINE);
      err.flush();
    }
  }
}
