package dev.hpasteward.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cli.DemoClient.Outcome;
import dev.hpasteward.cli.DemoScene.Expectation;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints scenes, and says of each whether it came out as expected. */
final class DemoStage {

  private static final String DENYING_WEBHOOK = "validate.hpa-steward.dev";

  private final PrintStream out;
  private final Palette palette;

  DemoStage(PrintStream out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /** Whether everything came out as expected. */
  boolean show(int number, int of, DemoScene scene, JsonNode review, Outcome outcome) {
    out.println();
    out.println(palette.title("%d of %d  %s".formatted(number, of, scene.title())));
    out.println(palette.faint("$ kubectl create -f " + scene.recording() + ".yaml"));
    JsonNode object = review.at("/request/object");
    if (scene.showsDiff()) {
      ObjectText.diff(object, outcome.object()).forEach(line -> indent(coloured(line)));
    } else {
      ObjectText.yaml(object).forEach(this::indent);
    }
    out.println();
    outcome.warnings().forEach(warning -> out.println(palette.warning("Warning: " + warning)));
    if (outcome.allowed()) {
      out.println(created(object));
    } else {
      out.println(denied(scene, outcome));
    }
    List<String> unexpected = unexpected(scene.expectation(), outcome);
    unexpected.forEach(text -> out.println(palette.bad("unexpected: " + text)));
    out.println(verdict(outcome, unexpected.isEmpty()));
    return unexpected.isEmpty();
  }

  private void indent(String line) {
    out.println("    " + line);
  }

  private String coloured(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> palette.good(line);
      case '-' -> palette.bad(line);
      case '@' -> palette.faint(line);
      default -> line;
    };
  }

  private String created(JsonNode object) {
    String group = object.path("apiVersion").asText().split("/", -1)[0];
    return palette.good(
        "%s.%s/%s created"
            .formatted(
                object.path("kind").asText().toLowerCase(Locale.ROOT),
                group,
                object.at("/metadata/name").asText()));
  }

  private String denied(DemoScene scene, Outcome outcome) {
    return palette.bad(
        "Error from server (Forbidden): error when creating \"%s.yaml\": admission webhook \"%s\" denied the request: %s"
            .formatted(scene.recording(), DENYING_WEBHOOK, outcome.denial()));
  }

  private String verdict(Outcome outcome, boolean asExpected) {
    String verdict =
        !outcome.allowed() ? "denied" : outcome.patch().isEmpty() ? "allowed" : "allowed, patched";
    return palette.title("=> " + verdict + (asExpected ? ", as expected" : ", NOT as expected"));
  }

  private static List<String> unexpected(Expectation expected, Outcome outcome) {
    List<String> unexpected = new ArrayList<>();
    if (expected.allowed() != outcome.allowed()) {
      unexpected.add(outcome.allowed() ? "it was allowed" : "it was denied");
    }
    String said = outcome.denial() + String.join("\n", outcome.warnings());
    for (String text : expected.said()) {
      if (!said.contains(text)) {
        unexpected.add("nothing was said of " + text);
      }
    }
    List<String> patched = new ArrayList<>();
    outcome.patch().forEach(operation -> patched.add(operation.path("path").asText()));
    for (String path : expected.patched()) {
      if (!patched.contains(path)) {
        unexpected.add("the patch does not touch " + path);
      }
    }
    return unexpected;
  }
}
