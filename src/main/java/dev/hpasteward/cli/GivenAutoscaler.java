package dev.hpasteward.cli;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.check.RefusedField;
import dev.hpasteward.check.Settings;
import dev.hpasteward.check.WrittenAutoscalers;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.run.AdmittedAutoscaler;
import dev.hpasteward.simulation.run.RefusedAutoscalerException;
import dev.hpasteward.source.Mistake;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's own HPA. */
final class GivenAutoscaler {

  private GivenAutoscaler() {}

  /**
   * Reads it.
   *
   * @param input a file, a folder, or - for what is piped in
   * @throws UnusableInput if it can't be read, if there is not exactly one, or if the API server
   *     would refuse it
   */
  static AutoscalerSpec read(
      String input, InputStream piped, ScalingPolicy policy, KubernetesVersion version) {
    GivenManifests given = GivenManifests.read(List.of(input), piped);
    Settings settings =
        Settings.ofFiles(
            policy, "default", Map.of(), version, EnumSet.allOf(RuleId.class), Instant.now());
    WrittenAutoscalers.Result found = WrittenAutoscalers.of(given.texts(), settings);
    List<Mistake> mistakes =
        Stream.concat(given.mistakes().stream(), found.mistakes().stream()).toList();
    if (!mistakes.isEmpty()) {
      throw new UnusableInput(
          mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    }
    if (found.autoscalers().size() != 1) {
      throw new UnusableInput(
          "--hpa: found %d HPAs in %s; name a file with one"
              .formatted(found.autoscalers().size(), input));
    }
    return admitted(found.autoscalers().get(0));
  }

  private static AutoscalerSpec admitted(WrittenAutoscalers.Written written) {
    List<String> refused =
        new ArrayList<>(written.refused().stream().map(RefusedField::sentence).toList());
    try {
      AutoscalerSpec spec = AdmittedAutoscaler.of(written.autoscaler());
      if (refused.isEmpty()) {
        return spec;
      }
    } catch (RefusedAutoscalerException e) {
      e.mistakes().forEach(mistake -> refused.add(mistake.sentence()));
    }
    String name = written.autoscaler().metadata().name();
    throw new UnusableInput(
        "the API server would refuse the HPA %s:\n  %s"
            .formatted(name.isEmpty() ? "without a name" : name, String.join("\n  ", refused)));
  }
}
