package dev.hpasteward.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values are written into texts, and all else stays to the byte. */
class RewritingTest {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath MIN = FieldPath.of("spec.minReplicas");
  private static final FieldPath WINDOW =
      FieldPath.of("spec.behavior.scaleDown.stabilizationWindowSeconds");
  private static final String HEAD = "apiVersion: v1\nkind: Pod\n";
  private static final int WINDOW_SECONDS = 300;

  RewritingTest() {}

  static Stream<Arguments> changes() {
    Edit min = new Edit(MIN, 2);
    Edit window = new Edit(WINDOW, WINDOW_SECONDS);
    return Stream.of(
        change(
            "a number", "spec:\n  minReplicas: 1 # why\n", "spec:\n  minReplicas: 2 # why\n", min),
        change("in quotes", "spec: {minReplicas: \"1\"}\n", "spec: {minReplicas: 2}\n", min),
        change(
            "a missing value at the end of its mapping",
            "spec:\n  a: 1 # one\n  # the end\nz: 1\n",
            "spec:\n  a: 1 # one\n  minReplicas: 2\n  # the end\nz: 1\n",
            min),
        change("at the end of the text", "spec:\n  a: 1", "spec:\n  a: 1\n  minReplicas: 2", min),
        change(
            "a mapping's mapping",
            "spec:\n    a:\n        b: 1\n",
            "spec:\n    a:\n        b: 1\n    minReplicas: 2\n",
            min),
        change(
            "several levels",
            "spec:\n  a: 1\n",
            "spec:\n  a: 1\n  behavior:\n    scaleDown:\n      stabilizationWindowSeconds: 300\n",
            window),
        change(
            "two of one place, the deeper first",
            "spec:\n  behavior:\n    scaleDown: {}\n",
            "spec:\n  behavior:\n    scaleDown: {stabilizationWindowSeconds: 300}\n  minReplicas: 2\n",
            min,
            window),
        change(
            "inner and outer at one place",
            "spec:\n  behavior:\n    scaleDown:\n      a: 1\n",
            "spec:\n  behavior:\n    scaleDown:\n      a: 1\n      stabilizationWindowSeconds: 300\n  minReplicas: 2\n",
            min,
            window),
        change(
            "a key with nothing",
            "spec:\n  behavior: # none yet\nz: 1\n",
            "spec:\n  behavior: # none yet\n    scaleDown:\n      stabilizationWindowSeconds: 300\nz: 1\n",
            window),
        change(
            "a key with null",
            "spec:\n  behavior: null # none\n",
            "spec:\n  behavior: {scaleDown: {stabilizationWindowSeconds: 300}} # none\n",
            window),
        change("braces", "spec: {a: 1}\n", "spec: {a: 1, minReplicas: 2}\n", min),
        change("empty braces", "spec: {}\n", "spec: {minReplicas: 2}\n", min),
        change(
            "braces over lines",
            "spec: {\n  a: 1, # one\n  b: 2\n}\n",
            "spec: {\n  a: 1, # one\n  b: 2,\n  minReplicas: 2\n}\n",
            min),
        change(
            "JSON",
            "\"spec\": {\n\t\"a\": \"x\"\n}\n",
            "\"spec\": {\n\t\"a\": \"x\",\n\t\"minReplicas\": 2\n}\n",
            min),
        change(
            "JSON with tabs in which the first key has a line with its brace",
            "\"spec\": { \"a\": \"x\",\n\t\"b\": \"x\"\n}\n",
            "\"spec\": { \"a\": \"x\",\n\t\"b\": \"x\",\n\t\"minReplicas\": 2\n}\n",
            min),
        change(
            "an item of a list in JSON",
            "\"spec\": {\"l\": [1]}\n",
            "\"spec\": {\"l\": [1, {\"c\":\"x\"}]}\n",
            new Edit(SPEC.field("l").index(1), Map.of("c", "x"))),
        change(
            "what is empty in JSON",
            "\"spec\": {\"a\": {}, \"behavior\": null, \"t\": 0.5, \"l\": []}\n",
            "\"spec\": {\"a\": {\"on\": \"yes\"}, \"behavior\":"
                + " {\"scaleDown\":{\"stabilizationWindowSeconds\":300}}, \"t\": \"0\", \"l\": [\"x\"]}\n",
            new Edit(SPEC.field("a").key("on"), "yes"),
            window,
            new Edit(SPEC.field("t"), "0"),
            new Edit(SPEC.field("l").index(0), "x")),
        change(
            "a mapping with an anchor",
            "spec: &s\n  a: 1\n  l: &l\n  - 1\n",
            "spec: &s\n  a: 1\n  l: &l\n  - 1\n  - 2\n  minReplicas: 2\n",
            min,
            new Edit(SPEC.field("l").index(1), 2)),
        change(
            "Windows",
            "spec:\r\n  a: 1\r\nz: 1\r\n",
            "spec:\r\n  a: 1\r\n  minReplicas: 2\r\nz: 1\r\n",
            min),
        change(
            "wide letters",
            "# \uD83D\uDE00\nspec:\n  a: \uD83D\uDE00 # \uD83D\uDE00\n  minReplicas: 1\n",
            "# \uD83D\uDE00\nspec:\n  a: \uD83D\uDE00 # \uD83D\uDE00\n  minReplicas: 2\n",
            min),
        change(
            "after a block of text",
            "spec:\n  a: |\n    text\n\nz: 1\n",
            "spec:\n  a: |\n    text\n\n  minReplicas: 2\nz: 1\n",
            min),
        change(
            "after a block of text at the end",
            "spec:\n  a: |-\n    text",
            "spec:\n  a: |-\n    text\n  minReplicas: 2",
            min),
        change(
            "an item of a list with dashes under its key",
            "spec:\n  l:\n  - a: 1\n    b: 2\n",
            "spec:\n  l:\n  - a: 1\n    b: 2\n  - c: 3\n    d:\n    - 4\n",
            new Edit(SPEC.field("l").index(1), Map.of("c", 3, "d", List.of(4)))),
        change(
            "an item of a list with dashes deeper than its key",
            "spec:\n  l:\n    - a: 1\n",
            "spec:\n  l:\n    - a: 1\n    - c: x\n    - c: 'y'\n",
            new Edit(SPEC.field("l").index(1), Map.of("c", "x")),
            new Edit(SPEC.field("l").index(2), Map.of("c", "y"))),
        change(
            "an item in brackets",
            "spec: {l: [1]}\n",
            "spec: {l: [1, {c: x}]}\n",
            new Edit(SPEC.field("l").index(1), Map.of("c", "x"))),
        change(
            "an item of a list with a hyphen in the comment after its dash",
            "spec:\n  l:\n  - # half-load, see x-y\n    a: 1\n",
            "spec:\n  l:\n  - # half-load, see x-y\n    a: 1\n  - 2\n",
            new Edit(SPEC.field("l").index(1), 2)),
        change(
            "an item of a list with hyphens in its anchor, its tag and the comment before its dash",
            "spec:\n  l: &the-list !!seq # half-load\n  # see x-y\n  -\n    a: -1\n",
            "spec:\n  l: &the-list !!seq # half-load\n  # see x-y\n  -\n    a: -1\n  - 2\n",
            new Edit(SPEC.field("l").index(1), 2)),
        change(
            "an alias",
            "a: &m 1\nspec:\n  minReplicas: *m\n",
            "a: &m 1\nspec:\n  minReplicas: 2\n",
            min),
        change(
            "a merged value",
            "a: &m {minReplicas: 1}\nspec:\n  <<: *m\n",
            "a: &m {minReplicas: 1}\nspec:\n  <<: *m\n  minReplicas: 2\n",
            min),
        change(
            "an anchor that nobody names",
            "spec:\n  minReplicas: &m 1\n",
            "spec:\n  minReplicas: &m 2\n",
            min),
        change(
            "a mapping",
            "spec:\n  t:\n    type: Value # old\n    value: 1\n  z: 1\n",
            "spec:\n  t:\n    type: AverageValue\n  z: 1\n",
            new Edit(SPEC.field("t"), Map.of("type", "AverageValue"))),
        change(
            "a key and a value that need quotes",
            "spec:\n  a: {}\n",
            "spec:\n  a: {'on': 'yes'}\n",
            new Edit(SPEC.field("a").key("on"), "yes")));
  }

  private static Arguments change(String what, String before, String after, Edit... edits) {
    return Arguments.of(Named.of(what, before), after, List.of(edits));
  }

  private static Map<Place, Wanted> wanted(ManifestText text, List<Edit> edits) {
    Map<Place, Wanted> wanted = new HashMap<>();
    for (Manifest manifest : text.contents((version, kind) -> true).manifests()) {
      JsonNode object = Edits.apply(manifest.object(), edits);
      wanted.put(manifest.place(), new Wanted(object, edits.stream().map(Edit::path).toList()));
    }
    return wanted;
  }

  @ParameterizedTest
  @MethodSource("changes")
  void onlyTheValueIsWritten(String before, String after, List<Edit> edits) {
    boolean json = before.startsWith("\"");
    String head = json ? "{\"apiVersion\": \"v1\", \"kind\": \"Pod\",\n" : HEAD;
    String tail = json ? "}" : "";
    if (before.contains("\r\n")) {
      head = HEAD.replace("\n", "\r\n");
    }
    ManifestText text = Texts.of(head + before + tail);

    Rewriting.Result result = Rewriting.of(text, wanted(text, edits));

    assertThat(result.refused()).isEmpty();
    assertThat(result.text()).isEqualTo(head + after + tail);
  }

  @Test
  void itemsOfAnEmptyListAreWrittenInTheirOrderWithThoseBeforeThem() {
    ManifestText text = Texts.of(HEAD + "spec: {l: []}\n");
    FieldPath list = SPEC.field("l");
    JsonNode object =
        Edits.apply(
            text.contents((version, kind) -> true).manifests().get(0).object(),
            List.of(new Edit(SPEC.field("l"), List.of("a", "b", "c"))));
    Place place = new Place(Texts.NAME, 0, -1);

    for (List<FieldPath> changed :
        List.of(List.of(list.index(2), list.index(0)), List.of(list.index(2)))) {
      Rewriting.Result result = Rewriting.of(text, Map.of(place, new Wanted(object, changed)));

      assertThat(result.refused()).isEmpty();
      assertThat(result.text()).isEqualTo(HEAD + "spec: {l: [a, b, c]}\n");
    }
  }

  @Test
  void inAListOnlyTheObjectChanges() {
    ManifestText text =
        Texts.of(
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              spec:
                a: 1
            # between
            - {apiVersion: v1, kind: Pod, spec: {a: 1}}
            """);

    Rewriting.Result result = Rewriting.of(text, wanted(text, List.of(new Edit(MIN, 2))));

    assertThat(result.text())
        .isEqualTo(
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              spec:
                a: 1
                minReplicas: 2
            # between
            - {apiVersion: v1, kind: Pod, spec: {a: 1, minReplicas: 2}}
            """);
  }

  @Test
  void whatOthersShareIsNotChangedAndTold() {
    String shared = HEAD + "spec:\n  minReplicas: &m 1\nother: *m\n";
    String own = "---\n" + HEAD + "spec:\n  minReplicas: 1\n";
    ManifestText text = Texts.of(shared + own);

    Rewriting.Result result = Rewriting.of(text, wanted(text, List.of(new Edit(MIN, 2))));

    assertThat(result.text()).isEqualTo(shared + own.replace("minReplicas: 1", "minReplicas: 2"));
    assertThat(result.changed()).containsExactly(new Place(Texts.NAME, 1, -1));
    assertThat(result.refused())
        .singleElement()
        .asString()
        .startsWith(Texts.NAME + ":1:1: can't be changed without changing something else");
  }

  @Test
  void anObjectThatIsWrittenSomewhereElseIsNotChangedAndTold() {
    String text =
        """
        apiVersion: v1
        kind: List
        items: [&a {apiVersion: v1, kind: Pod, spec: {a: 1}}, *a]
        """;

    Rewriting.Result result =
        Rewriting.of(Texts.of(text), wanted(Texts.of(text), List.of(new Edit(MIN, 2))));

    assertThat(result.text()).isEqualTo(text);
    assertThat(result.refused()).hasSize(2);
  }

  @Test
  void jsonObjectsOneAfterAnotherAreChanged() {
    String pod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"a\":\"\uD83D\uDE00\"%s}}\n";
    ManifestText text = Texts.of(pod.formatted("").repeat(2));

    Rewriting.Result result = Rewriting.of(text, wanted(text, List.of(new Edit(MIN, 2))));

    assertThat(result.text()).isEqualTo(pod.formatted(", \"minReplicas\": 2").repeat(2));
  }

  @Test
  void anObjectOfAListInAListIsChanged() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: List
          items:
          - apiVersion: v1
            kind: Pod
            spec: {minReplicas: 1}
        - {apiVersion: v1, kind: Pod, spec: {minReplicas: 1}}
        """;

    Rewriting.Result result =
        Rewriting.of(Texts.of(text), wanted(Texts.of(text), List.of(new Edit(MIN, 2))));

    assertThat(result.refused()).isEmpty();
    assertThat(result.text()).isEqualTo(text.replace("minReplicas: 1", "minReplicas: 2"));
  }

  @Test
  void objectsOfAListThatHasANameAreNotChangedAndTold() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: List
          items: &pods [{apiVersion: v1, kind: Pod, spec: {minReplicas: 1}}]
        - {apiVersion: v1, kind: List, items: *pods}
        ---
        apiVersion: v1
        kind: List
        all: &all [{apiVersion: v1, kind: Pod, spec: {minReplicas: 1}}]
        items: *all
        """;

    Rewriting.Result result =
        Rewriting.of(Texts.of(text), wanted(Texts.of(text), List.of(new Edit(MIN, 2))));

    assertThat(result.text()).isEqualTo(text);
    assertThat(result.refused()).hasSize(3);
  }

  @Test
  void anObjectThatCantBeReadIsLeftAsItIs() {
    String broken = HEAD + "spec: {a: 1, a: 2}\n";
    String fine = HEAD + "spec: {a: 1}\n";
    ManifestText text = Texts.of(broken + "---\n" + fine);

    Rewriting.Result result = Rewriting.of(text, wanted(text, List.of(new Edit(MIN, 2))));

    assertThat(result.text()).isEqualTo(broken + "---\n" + HEAD + "spec: {a: 1, minReplicas: 2}\n");
  }
}
