package dev.hpasteward.cli;

/** As they are written on the command line. */
enum SimulationForm {
  text,
  json,
  junit
}
