package dev.hpasteward.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a text, and what is said of what can't be. */
class ManifestTextTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\n";

  ManifestTextTest() {}

  private static List<String> names(ManifestText.Contents contents) {
    return contents.manifests().stream()
        .map(manifest -> manifest.object().at("/metadata/name").asText())
        .toList();
  }

  private static String mistakes(ManifestText.Contents contents) {
    return String.join("\n", contents.mistakes().stream().map(Mistake::toString).toList());
  }

  static Stream<Arguments> readable() {
    return Stream.of(
        text("documents", POD.formatted("a") + "---\n" + POD.formatted("b"), "a", "b"),
        text("empty documents", "---\n---\n# nothing\n---\n" + POD.formatted("a") + "---\n", "a"),
        text(
            "a document that is ended",
            POD.formatted("a") + "...\n---\n" + POD.formatted("b"),
            "a",
            "b"),
        text("nothing", ""),
        text("comments", "# nothing\n"),
        text(
            "Windows",
            POD.formatted("a").replace("\n", "\r\n") + "---\r\n" + POD.formatted("b"),
            "a",
            "b"),
        text("a byte order mark", "\uFEFF" + POD.formatted("a"), "a"),
        text("JSON", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}", "a"),
        text(
            "JSON with tabs",
            "{\n\t\"apiVersion\": \"v1\",\"kind\": \"Pod\",\"metadata\": {\"name\": \"a\"}\n}",
            "a"),
        text(
            "JSON objects one after another",
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}} {"apiVersion":"v1",
            \t"kind": "Pod", "metadata": {"name": "c}\\"{"}}

            """
                + "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"d\"}}\n---\n"
                + POD.formatted("e"),
            "a",
            "b",
            "c}\"{",
            "d",
            "e"),
        text(
            "braces that are no JSON",
            "{apiVersion: v1, kind: Pod, metadata: {name: '} {'}} # } {\n",
            "} {"),
        text(
            "a List",
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a}}
            - {apiVersion: v1, kind: Pod, metadata: {name: b}}
            """,
            "a",
            "b"),
        text(
            "a List whose kind comes last",
            """
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a}}
            kind: PodList
            apiVersion: v1
            """,
            "a"),
        text(
            "a List in a List",
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a}}
            - apiVersion: v1
              kind: List
              items:
              - {apiVersion: v1, kind: Pod, metadata: {name: b}}
              - apiVersion: v1
                items: [{apiVersion: v1, kind: Pod, metadata: {name: c}}]
                kind: PodList
            - {apiVersion: v1, kind: Pod, metadata: {name: d}}
            """,
            "a",
            "b",
            "c",
            "d"),
        text(
            "a List whose items stand somewhere else",
            """
            apiVersion: v1
            kind: List
            metadata:
              all: &all
              - {apiVersion: v1, kind: Pod, metadata: {name: a}}
              - {apiVersion: v1, kind: Pod, metadata: {name: b}}
            items: *all
            """,
            "a",
            "b"),
        text("an empty List", "apiVersion: v1\nkind: List\nitems: []\n"),
        text(
            "aliases and merges",
            "apiVersion: &v v1\nkind: Pod\nmetadata: {<<: {name: a}, labels: {v: *v}}\n",
            "a"),
        text(
            "quotes",
            "\"apiVersion\": 'v1'\n'kind': \"Pod\"\nmetadata: {name: \"a\\u0062\"}\n",
            "ab"),
        text(
            "a type of Java's, which means nothing",
            "apiVersion: v1\nkind: Pod\nmetadata: {name: a, x: !!javax.script.ScriptEngineManager [a]}\n",
            "a"),
        text(
            "a block of text",
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: >-\n    a\n    b\n",
            "a b"));
  }

  private static Arguments text(String what, String text, String... names) {
    return Arguments.of(Named.of(what, text), List.of(names));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void everyObjectIsRead(String text, List<String> names) {
    ManifestText.Contents contents = Texts.contents(text);

    assertThat(mistakes(contents)).isEmpty();
    if (!text.contains("kind: List\nitems: []")) {
      assertThat(names(contents)).isEqualTo(names);
    }
  }

  @Test
  void anObjectThatCantBeReadHidesNoOther() {
    ManifestText.Contents contents =
        Texts.contents(
            POD.formatted("a")
                + "---\nkind: Pod\n---\n"
                + POD.formatted("b")
                + "---\n*x\n---\n"
                + POD.formatted("c"));

    assertThat(names(contents)).startsWith("a", "b");
    assertThat(contents.mistakes()).hasSize(2);
  }

  @Test
  void anItemThatCantBeReadHidesNoOther() {
    ManifestText.Contents contents =
        Texts.contents(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a}}
            - {kind: Pod}
            - {apiVersion: v1, kind: Pod, metadata: {name: b}}
            """);

    assertThat(names(contents)).containsExactly("a", "b");
    assertThat(mistakes(contents))
        .isEqualTo(
            Texts.NAME + ":5:3: found an object without apiVersion; write apiVersion and kind");
  }

  @Test
  void whereAnObjectStandsIsCountedByDocumentAndItem() {
    ManifestText.Contents contents =
        Texts.contents(
            POD.formatted("a")
                + "---\n# nothing\n---\napiVersion: v1\nkind: List\nitems:\n"
                + "- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n"
                + "- {apiVersion: v1, kind: Pod, metadata: {name: c}}\n");

    assertThat(contents.manifests())
        .extracting(Manifest::place)
        .containsExactly(
            new Place(Texts.NAME, 0, -1), new Place(Texts.NAME, 2, 0), new Place(Texts.NAME, 2, 1));
  }

  @Test
  void jsonObjectsOneAfterAnotherAreDocumentsWithTheirLinesAndColumns() {
    String pod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"a\":\"\uD83D\uDE00\"}}";
    String text = pod + "\n" + pod + " " + pod + "\n{\"kind\":\"Pod\"}\n{]\n";
    Place second = new Place(Texts.NAME, 1, -1);
    Place third = new Place(Texts.NAME, 2, -1);
    FieldPath value = FieldPath.of("spec.a");

    ManifestText.Contents contents = Texts.contents(text);

    assertThat(contents.manifests())
        .extracting(Manifest::place)
        .containsExactly(new Place(Texts.NAME, 0, -1), second, third);
    assertThat(Texts.of(text).positions(Map.of(second, Set.of(value), third, Set.of(value))))
        .containsEntry(second, Map.of(value, new Position(2, 45)))
        .containsEntry(third, Map.of(value, new Position(2, 95)));
    assertThat(mistakes(contents))
        .contains(Texts.NAME + ":3:1: found an object without apiVersion", Texts.NAME + ":4:2: ");
  }

  @Test
  void inListsOfListsEachObjectHasAPlaceOfItsOwnAndItsLineAndColumn() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: List
          items: &pods
          - {apiVersion: v1, kind: Pod, metadata: {name: a}}
          - {kind: Pod}
        - {apiVersion: v1, kind: List, items: *pods}
        """;
    Place first = new Place(Texts.NAME, 0, 0);
    Place again = new Place(Texts.NAME, 0, 2);
    FieldPath name = FieldPath.of("metadata.name");

    ManifestText.Contents contents = Texts.contents(text);

    assertThat(contents.manifests()).extracting(Manifest::place).containsExactly(first, again);
    assertThat(mistakes(contents)).contains(":8:5: found an object without apiVersion");
    assertThat(Texts.of(text).positions(Map.of(first, Set.of(name), again, Set.of(name))).values())
        .allSatisfy(found -> assertThat(found).containsEntry(name, new Position(7, 50)));
  }

  @Test
  void listsThatMultiplyThroughAliasesAreRefused() {
    StringBuilder lists = new StringBuilder("x0: &l0 {apiVersion: v1, kind: Pod}\n");
    for (int i = 1; i <= 9; i++) {
      String items = String.join(", ", Collections.nCopies(10, "*l" + (i - 1)));
      lists.append("x%d: &l%d {apiVersion: v1, kind: List, items: [%s]}\n".formatted(i, i, items));
    }

    ManifestText.Contents contents =
        Texts.contents(lists + "apiVersion: v1\nkind: List\nitems: [*l9]\n");

    assertThat(contents.manifests()).isEmpty();
    assertThat(mistakes(contents)).contains(" objects in Lists in Lists, allowed 100000; write");
  }

  @Test
  void whatNobodyWantsIsCountedOnly() {
    ManifestText.Contents contents =
        Texts.of(POD.formatted("a") + "---\n" + POD.formatted("b"))
            .contents((apiVersion, kind) -> false);

    assertThat(contents.manifests()).isEmpty();
    assertThat(contents.others()).isEqualTo(Map.of("Pod", 2));
  }
}
