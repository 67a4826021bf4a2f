package dev.hpasteward.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One thing that `demo` shows.
 *
 * @param title what it is about
 * @param recording the AdmissionReview, recorded from a kube-apiserver
 * @param showsDiff whether the change is shown as a diff of the object; else the object is shown
 * @param expectation what must come out
 */
record DemoScene(String title, String recording, boolean showsDiff, Expectation expectation) {

  /**
   * What must come out.
   *
   * @param allowed the verdict
   * @param said texts that denial or warnings must contain
   * @param patched paths that the patch must add
   */
  record Expectation(boolean allowed, List<String> said, List<String> patched) {}

  static final List<DemoScene> ALL =
      List.of(
          new DemoScene(
              "An egress HPA with a CPU target of 80 %",
              "egress-cpu-80",
              false,
              new Expectation(
                  false, List.of("cpu-target", "found 80, allowed 31 to 50"), List.of())),
          new DemoScene(
              "The strategy's own egress HPA, word for word",
              "egress-documented",
              false,
              new Expectation(
                  true, List.of("inverted-metric", "livekit_egress_needed"), List.of())),
          new DemoScene(
              "A bare SFU Deployment gets its metric annotations",
              "sfu-deployment",
              true,
              new Expectation(true, List.of(), List.of("/spec/template/metadata/annotations"))),
          new DemoScene(
              "An agent HPA without behavior is filled in",
              "agent-partial",
              true,
              new Expectation(true, List.of(), List.of("/spec/behavior"))));

  JsonNode review() {
    try (InputStream in = DemoScene.class.getResourceAsStream("demo/" + recording + ".json")) {
      if (in == null) {
        throw new IllegalStateException(recording + " is missing from the program");
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
