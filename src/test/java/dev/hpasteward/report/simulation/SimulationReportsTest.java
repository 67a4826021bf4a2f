package dev.hpasteward.report.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.experiment.SweptRun;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.report.TextReport.Colours;
import dev.hpasteward.report.picture.HtmlPicture;
import dev.hpasteward.report.picture.RunPicture;
import dev.hpasteward.report.picture.SvgPicture;
import dev.hpasteward.report.picture.SweepPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To write the golden files anew, and then read the difference: {@code -Dgolden.rewrite=true}. */
class SimulationReportsTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "simulation");
  private static final SimulatedRun RUN = MadeUp.run();

  /** Marks what would be coloured. */
  private static final Colours COLOURS =
      new Colours() {
        @Override
        public String title(String text) {
          return "#" + text + "#";
        }

        @Override
        public String good(String text) {
          return "+" + text + "+";
        }

        @Override
        public String bad(String text) {
          return "-" + text + "-";
        }

        @Override
        public String warning(String text) {
          return "!" + text + "!";
        }

        @Override
        public String faint(String text) {
          return "." + text + ".";
        }
      };

  SimulationReportsTest() {}

  private static void isAsBefore(String name, String text) throws IOException {
    Path golden = GOLDEN.resolve(name);
    // The policy's version is a hash of the document, which may change.
    String steady = text.replace(policy().version(), "0123456789ab");
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, steady);
    }

    assertThat(steady).isEqualTo(Files.readString(golden));
  }

  private static ScalingPolicy policy() {
    return RUN.scenario().policy();
  }

  private static String written(SimulationReport report, SimulatedRun... runs) throws IOException {
    StringBuilder out = new StringBuilder();
    report.write(new Simulated(policy(), List.of(runs), Optional.of("x.html")), out);
    return out.toString();
  }

  @Test
  void aRunIsToldToPeople() throws IOException {
    isAsBefore("run.txt", written(new RunText(COLOURS), RUN));
  }

  @Test
  void runsAreToldAsATable() throws IOException {
    isAsBefore("table.txt", written(TableText.ofScenarios(COLOURS), RUN, RUN));
    isAsBefore("comparison.txt", written(TableText.ofCandidates(COLOURS), RUN));
  }

  @Test
  void aRunIsToldToPrograms() throws IOException {
    isAsBefore("run.json", written(new SimulationJson(), RUN));
    isAsBefore("run.xml", written(new SimulationJunit(), RUN));
  }

  @Test
  void aSweepIsToldToPeopleAndPrograms() throws IOException {
    StringBuilder text = new StringBuilder();
    new SweepText(COLOURS).write(MadeUp.sweep(), Optional.empty(), text);
    StringBuilder json = new StringBuilder();
    SweepJson.write(MadeUp.sweep(), Optional.of("x.svg"), json);

    isAsBefore("sweep.txt", text.toString());
    isAsBefore("sweep.json", json.toString());
  }

  @Test
  void aRunIsDrawn() throws IOException {
    isAsBefore("run.svg", SvgPicture.of(RunPicture.of(RUN)));
    isAsBefore("sweep.svg", SvgPicture.of(SweepPicture.of(MadeUp.sweep())));
  }

  @Test
  void whatStandsInAFileIsNoMarkup() {
    String page = HtmlPicture.of(RunPicture.of(RUN));

    assertThat(page)
        .contains("&amp; &lt;nobody&gt; asked for &quot;more&quot;", "cpu &lt;above&gt; target")
        .doesNotContain("<nobody>", "<above>");
  }

  @Test
  void theFrontHasOneOfEachKind() {
    assertThat(MadeUp.sweep().front()).extracting(SweptRun::number).containsExactly(3, 5, 1, 2);
  }

  @Test
  void aCheapSettingOfWhichAPromiseCanNotBeKeptComesAfterThoseThatKeepAll() {
    assertThat(MadeUp.sweep().keeping()).extracting(SweptRun::number).containsExactly(1, 4, 2, 5);
  }

  @Test
  void aDrawingHasAMarkOfItsOwnForEachKindOfSetting() {
    assertThat(SvgPicture.of(SweepPicture.of(MadeUp.sweep())))
        .contains("class=\"mark cross c0\"", "class=\"mark circle c1\"", "class=\"mark square c3\"")
        .contains(">promises</text>", ">pod-hours  ·  turned away  ·  min past");
  }
}
