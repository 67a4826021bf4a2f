package dev.hpasteward.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.controlplane.ControlPlane;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Letters without quotes are taken for what the real kubectl takes them for. */
class KubectlScalarsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> LETTERS =
      List.of(
          "true",
          "True",
          "TRUE",
          "tRUE",
          "yes",
          "Yes",
          "YES",
          "y",
          "Y",
          "on",
          "On",
          "ON",
          "no",
          "No",
          "n",
          "N",
          "off",
          "Off",
          "OFF",
          "false",
          "False",
          "~",
          "null",
          "Null",
          "NULL",
          "nULL",
          "0",
          "-0",
          "+5",
          "50",
          "-50",
          "1_000",
          "010",
          "0o10",
          "0O10",
          "08",
          "0777",
          "0x1F",
          "0X1F",
          "0b101",
          "-0x10",
          "-010",
          "+0b11",
          "50.0",
          "0.5",
          ".5",
          "5.",
          "-.5",
          "1e3",
          "1E3",
          "1.5e-3",
          "1.5e3",
          "1e21",
          "123456789012345678",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551615",
          "18446744073709551616",
          "1_0.5",
          "_1",
          "1_",
          "100m",
          "1Gi",
          "1:30",
          "190:20:30",
          "2026-11-28",
          "2026-11-28T12:00:00Z",
          "1.2.3",
          "--1",
          "0x",
          "0b2",
          "1e",
          "e3",
          ".",
          "..",
          "a",
          "livekit-egress",
          "50%",
          "=",
          "1,000",
          "0.1.",
          "00",
          "-0.0",
          "0e0",
          "١",
          "infinity",
          "NaN",
          "nan",
          "inf");

  KubectlScalarsIT() {}

  @Test
  void lettersMeanWhatKubectlTakesThemFor() throws IOException {
    StringBuilder yaml =
        new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: letters}\ndata:\n");
    for (int i = 0; i < LETTERS.size(); i++) {
      yaml.append("  k").append(i).append(": ").append(LETTERS.get(i)).append('\n');
    }
    JsonNode read =
        JSON.readTree(
            ControlPlane.running(ControlPlane.Parts.API_SERVER)
                .kubectl()
                .runWithInput(
                    yaml.toString(),
                    "create",
                    "--dry-run=client",
                    "--validate=false",
                    "--output=json",
                    "-f",
                    "-")
                .output());

    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < LETTERS.size(); i++) {
      JsonNode theirs = read.path("data").path("k" + i);
      JsonNode ours = PlainScalar.read(LETTERS.get(i)).orElseThrow();
      all.assertThat(ours.equals(KubectlScalarsIT::compare, theirs))
          .as("%s: kubectl reads %s, we %s", LETTERS.get(i), theirs, ours)
          .isTrue();
    }
    all.assertAll();
    assertThat(read.path("data")).hasSize(LETTERS.size());
  }

  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
