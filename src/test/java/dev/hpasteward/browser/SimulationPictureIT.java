package dev.hpasteward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures of {@code simulate} as a browser shows them. */
@TestInstance(Lifecycle.PER_CLASS)
class SimulationPictureIT {

  private BrowserPage page;
  private Path folder;

  SimulationPictureIT(@TempDir Path folder) {
    this.folder = folder;
    this.page = BrowserPage.start();
  }

  @BeforeAll
  void draw() {
    draw("run.html");
    draw("run.svg");
    draw("comparison.html", "--compare");
    draw("sweep.html", "--sweep=target");
  }

  private void draw(String name, String... more) {
    ProgramProcess program =
        ProgramProcess.start(
            Stream.concat(
                    Stream.of(
                        "simulate",
                        "--service-type=livekit-egress",
                        "--load=spike",
                        "--headroom",
                        "--picture=" + folder.resolve(name)),
                    Stream.of(more))
                .toArray(String[]::new));
    assertThat(program.exitCode()).as(program.output()).isZero();
  }

  @AfterAll
  void close() {
    page.close();
  }

  @ParameterizedTest
  @CsvSource({
    "run.html, 400, light",
    "run.html, 400, dark",
    "run.html, 1280, light",
    "run.html, 1280, dark",
    "comparison.html, 400, light",
    "comparison.html, 1280, dark",
    "sweep.html, 400, dark",
    "sweep.html, 1280, light"
  })
  void aPageIsWholeAtAnyWidthAndInAnyLight(String name, int width, String scheme) {
    page.open(folder.resolve(name), width, scheme);

    page.assertNothingOverflows();
    assertThat(page.complaints()).isEmpty();
    assertThat(blankCharts()).isEqualTo(0L);
    assertThat(page.asked("return document.querySelectorAll('canvas').length"))
        .isEqualTo(page.asked("return document.querySelectorAll('figure').length"))
        .isNotEqualTo(0L);
    assertThat(page.asked("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") ? "rgb(20, 24, 31)" : "rgb(255, 255, 255)");
  }

  /** A chart of one colour shows nothing. */
  private Object blankCharts() {
    return page.asked(
        """
        return [...document.querySelectorAll("canvas")].filter(canvas => {
          const drawn = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const colours = new Set();
          for (let i = 0; i < drawn.length; i += 4)
            if (drawn[i + 3] > 200) colours.add(drawn[i] + "," + drawn[i + 1] + "," + drawn[i + 2]);
          return colours.size < 3;
        }).length
        """);
  }

  @ParameterizedTest
  @CsvSource({"run.html", "comparison.html", "sweep.html"})
  void whatThereIsToSeeIsThereInWordsToo(String name) {
    page.open(folder.resolve(name), 1280, "light");

    assertThat(
            page.asked(
                """
                return [...document.querySelectorAll("canvas")]
                  .filter(canvas => canvas.getAttribute("role") !== "img"
                    || canvas.getAttribute("aria-label").length < 40).length
                """))
        .isEqualTo(0L);
    assertThat(
            page.asked(
                """
                return [...document.querySelectorAll("tbody .kept, tbody .can-not-be-kept")]
                  .map(cell => cell.textContent)
                """))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .isNotEmpty()
        .allMatch(text -> text.contains("kept"));
  }

  @ParameterizedTest
  @CsvSource({"light, 'rgb(255, 255, 255)'", "dark, 'rgb(20, 24, 31)'"})
  void aDrawingFollowsTheLightAndSaysWhatItShows(String scheme, String paper) {
    page.open(folder.resolve("run.svg"), 1280, scheme);

    assertThat(page.complaints()).isEmpty();
    assertThat(page.asked("return getComputedStyle(document.querySelector('.paper')).fill"))
        .isEqualTo(paper);
    assertThat(page.asked("return document.querySelector('desc').textContent"))
        .asString()
        .contains("Promises: ", "Load and sessions: ", "highest at");
    assertThat(
            page.asked(
                """
                return [...document.querySelectorAll("text")]
                  .filter(text => text.getBoundingClientRect().right > 881
                    || text.getBoundingClientRect().left < -1)
                  .map(text => text.textContent)
                """))
        .isEqualTo(List.of());
  }
}
