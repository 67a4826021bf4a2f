package dev.hpasteward.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: the HPA controller and the services that it scales, without a cluster. */
@Command(
    name = "simulate",
    description =
        "Puts the services of a policy under load and says whether their HPAs keep what the"
            + " strategy promises. The HPA controller is Kubernetes' own algorithm. Needs no"
            + " cluster, and the same call gives the same run.",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  hpa-steward simulate",
      "  hpa-steward simulate --service-type=livekit-egress --load=spike",
      "  hpa-steward simulate --service-type=sfu --load=ramp --picture=sfu.html",
      "  hpa-steward simulate --service-type=sfu --load=ramp --hpa=hpa.yaml",
      "  hpa-steward simulate --service-type=agent --load=step --compare",
      "  hpa-steward simulate --service-type=sip --load-file=monday.csv --sweep",
      "  hpa-steward simulate --output=junit > promises.xml",
      "  hpa-steward simulate --replay=trace.jsonl.gz",
      "",
      "Exit codes: 0 all promises kept that can be kept, 1 one was broken (--compare:",
      "by the first HPA; --sweep: by every setting; --replay: something differs),",
      "2 bad usage or input, 3 a fault of the program."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(validate = false, order = 1, heading = "%nWhat is simulated:%n")
  private SimulatedHpaOptions hpa = new SimulatedHpaOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nUnder which load:%n")
  private SimulatedLoadOptions load = new SimulatedLoadOptions();

  @ArgGroup(
      validate = false,
      order = 3,
      heading = "%nHow the pods behave (default: as a model of their service type):%n")
  private SimulatedPodsOptions pods = new SimulatedPodsOptions();

  @ArgGroup(validate = false, order = 4, heading = "%nWhat to find out:%n")
  private Question question = new Question();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private SimulationForm output = SimulationForm.text;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description =
          "Draw it too: .html is a page that needs no network, .svg a drawing for a README.")
  private @Nullable Path picture;

  /** Beside whether promises are kept. */
  static final class Question {

    @Option(
        names = "--compare",
        description =
            "Compare the HPA with others: documented, headroom, without tolerances, without"
                + " rates, Kubernetes' defaults.")
    boolean compare;

    @Option(
        names = "--sweep",
        paramLabel = "WHAT",
        arity = "0..1",
        fallbackValue = "",
        description =
            "Vary the HPA's settings and name those that break no promise, the most kept and then"
                + " the cheapest first: target, tolerance, window, rate, delay (default: all but"
                + " delay; about 1,000 runs).")
    @Nullable String sweep;

    @Option(
        names = "--replay",
        paramLabel = "PATH",
        description =
            "Replay recorded runs of the real controller (JSON lines, also compressed, or a folder"
                + " with such files) and say whether the simulated one decides the same.")
    @Nullable Path vectors;

    Question() {}
  }

  SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    if (question.vectors != null) {
      ReplayCall.checkAlone(spec.commandLine().getParseResult());
      return ReplayCall.of(question.vectors, output, spec.commandLine().getOut());
    }
    GivenPicture file = GivenPicture.of(picture);
    List<Trial> trials = Trial.of(hpa, load, pods, System.in);
    if (hpa.headroom) {
      noteHeadroom(trials);
    }
    SimulationCall call =
        new SimulationCall(output, file, spec.commandLine().getOut(), spec.commandLine().getErr());
    if (question.compare && question.sweep != null) {
      throw new UnusableInput("--compare and --sweep are two questions: leave out one");
    }
    if (question.compare) {
      return call.compared(one("--compare", trials));
    }
    if (question.sweep != null) {
      return call.swept(one("--sweep", trials), SweptDimensions.of(question.sweep));
    }
    if (file.isWanted()) {
      one("--picture", trials);
    }
    return call.simulated(trials);
  }

  private void noteHeadroom(List<Trial> trials) {
    HeadroomNote.of(trials.stream().map(trial -> trial.scenario().type()).toList())
        .ifPresent(
            note -> {
              spec.commandLine().getErr().println(note);
              spec.commandLine().getErr().flush();
            });
  }

  private static Trial one(String option, List<Trial> trials) {
    if (trials.size() != 1) {
      throw new UnusableInput(
          "%s looks at one service under one load: add --service-type and --load"
              .formatted(option));
    }
    return trials.get(0);
  }
}
