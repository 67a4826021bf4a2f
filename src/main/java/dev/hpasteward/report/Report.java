package dev.hpasteward.report;

import java.io.IOException;

/** A form in which a call's outcome is written. */
public interface Report {

  /** Writes all of it. */
  void write(Checked checked, Appendable out) throws IOException;
}
