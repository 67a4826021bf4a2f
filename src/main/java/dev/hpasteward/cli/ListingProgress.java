package dev.hpasteward.cli;

import dev.hpasteward.cluster.listing.ClusterListing;
import java.io.PrintWriter;

/** One line that is written again and again, for who watches a terminal. */
final class ListingProgress implements ClusterListing.Progress {

  private static final String START_OF_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean watched = Terminal.isErrorWatched();

  ListingProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void listed(String kind, int count, long remaining) {
    if (watched) {
      err.print(START_OF_LINE + "reading " + kind + ": " + count);
      if (remaining > 0) {
        err.print(" of " + (count + remaining));
      }
      err.flush();
    }
  }

  /** Leaves nothing behind. */
  void end() {
    if (watched) {
      err.print(START_OF_LINE);
      err.flush();
    }
  }
}
