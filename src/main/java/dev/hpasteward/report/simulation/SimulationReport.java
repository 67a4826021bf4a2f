package dev.hpasteward.report.simulation;

import java.io.IOException;

/** A form for simulated runs. */
public interface SimulationReport {

  /** Writes all of it. */
  void write(Simulated simulated, Appendable out) throws IOException;
}
