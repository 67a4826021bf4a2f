package dev.hpasteward.report.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page has in it: scripts and style sheets from the class path. */
final class PageParts {

  private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private PageParts() {}

  static String chartScript() {
    return read(CHARTS + "uPlot.iife.min.js");
  }

  static String chartStyle() {
    return read(CHARTS + "uPlot.min.css");
  }

  static String own(String name) {
    return read("/dev/hpasteward/report/picture/" + name);
  }

  private static String read(String resource) {
    try (InputStream in = PageParts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
