package dev.hpasteward.cli;

import dev.hpasteward.report.TextReport;

/** Colours for a terminal, or none. */
final class Palette implements TextReport.Colours {

  private final boolean colours;

  Palette(boolean colours) {
    this.colours = colours;
  }

  @Override
  public String title(String text) {
    return coloured("1", text);
  }

  @Override
  public String good(String text) {
    return coloured("32", text);
  }

  @Override
  public String bad(String text) {
    return coloured("31", text);
  }

  @Override
  public String warning(String text) {
    return coloured("33", text);
  }

  @Override
  public String faint(String text) {
    return coloured("2", text);
  }

  private String coloured(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
