package dev.hpasteward.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.source.Mistake;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a text that can't be read, or not wholly. */
class UnreadableTextTest {

  UnreadableTextTest() {}

  private static String mistakes(ManifestText.Contents contents) {
    return String.join("\n", contents.mistakes().stream().map(Mistake::toString).toList());
  }

  static Stream<Arguments> unreadable() {
    String start = "apiVersion: v1\nkind: Pod\n";
    return Stream.of(
        mistake(
            "a tab",
            start + "metadata:\n\tname: a\n",
            "4:1",
            "found a tab, allowed spaces; indent with spaces"),
        mistake(
            "a template",
            start + "metadata:\n  name: {{ .Release.Name }}\n  labels: {{- toYaml . }}\n",
            "5:",
            "found a template, allowed YAML; render it first: helm template . | hpa-steward check -"),
        mistake(
            "a single template",
            start + "metadata:\n  name: {{ .Release.Name }}\n",
            "4:10",
            "found a template, allowed YAML; render it first: helm template . | hpa-steward check -"),
        mistake(
            "a tab after a key",
            start + "metadata:\n  name:\ta\n",
            "4:8",
            "found a tab, allowed spaces; write a space"),
        mistake(
            "a NUL byte",
            start + "metadata: {name: \"a\u0000\"}\n",
            "3:20",
            "found the character U+0000, allowed text; remove it"),
        mistake(
            "a key twice",
            start + "metadata:\n  name: a\n  name: b\n",
            "5:3",
            "found the key \"name\" again, first in line 4, allowed once; remove one of them"),
        mistake(
            "the kind twice",
            start + "kind: Pod\nmetadata: {name: a}\n",
            "3:1",
            "found the key \"kind\" again, first in line 2, allowed once; remove one of them"),
        mistake(
            "a number as a key",
            start + "metadata:\n  1: a\n",
            "4:3",
            "found 1 as a key, allowed text; put it in quotes"),
        mistake(
            "a yes as a key",
            start + "metadata:\n  labels: {on: a}\n",
            "4:12",
            "found on as a key, allowed text; put it in quotes"),
        mistake(
            "a list as a key",
            start + "? [a]\n: b\n",
            "3:3",
            "found a key that is no text; write a single word"),
        mistake(
            "no number",
            start + "spec: {a: .inf}\n",
            "3:11",
            "found .inf, which no API takes; write a number"),
        mistake(
            "a tag",
            start + "spec: {a: !!binary aGE=}\n",
            "3:11",
            "found the tag \"tag:yaml.org,2002:binary\", allowed none here; remove it"),
        mistake(
            "an alias of nothing",
            start + "spec: *a\n",
            "3:7",
            "found the alias *a of nothing; name an anchor above"),
        mistake(
            "a value in itself",
            start + "spec: &a {b: *a}\n",
            "3:14",
            "found a value that contains itself; remove the alias *a"),
        mistake(
            "no object",
            "just words\n",
            "1:1",
            "found no object; write apiVersion, kind and metadata"),
        mistake(
            "no kind",
            "apiVersion: v1\n",
            "1:1",
            "found an object without kind; write apiVersion and kind"),
        mistake(
            "no apiVersion",
            "kind: Pod\n",
            "1:1",
            "found an object without apiVersion; write apiVersion and kind"),
        mistake("no end", start + "metadata: {name: a\n", "4:1", "found no YAML: "),
        mistake(
            "no indentation",
            start + "metadata:\n  name: a\n labels: {}\n",
            "5:2",
            "found no YAML: "),
        mistake(
            "a merge of nothing",
            start + "spec: {<<: 5}\n",
            "3:12",
            "found a merge of no mapping; merge a mapping or a list of them"),
        mistake(
            "an item of a List",
            "apiVersion: v1\nkind: List\nitems:\n- 5\n",
            "4:3",
            "found no object; write apiVersion, kind and metadata"),
        mistake(
            "deep nesting",
            start + "spec: " + "[".repeat(200) + "]".repeat(200) + "\n",
            "3:",
            "found more than 100 levels, allowed 100; nest less deeply"),
        mistake(
            "deep nesting in lines",
            start + "spec:\n" + lines(150),
            "",
            "found more than 100 levels, allowed 100; nest less deeply"));
  }

  private static String lines(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= depth; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static Arguments mistake(String what, String text, String place, String words) {
    return Arguments.of(Named.of(what, text), place, words);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatIsWrongIsToldWithItsPlace(String text, String place, String words) {
    ManifestText.Contents contents = Texts.contents(text);

    assertThat(contents.mistakes()).hasSize(1);
    assertThat(mistakes(contents)).startsWith(Texts.NAME + ":" + place).contains(words);
    assertThat(contents.manifests()).isEmpty();
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("apiVersion: v1\nkind: Pod\na0: &a0 [x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      bomb.append("a%1$d: &a%1$d [%2$s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(9) + "x"));
    }

    ManifestText.Contents contents = Texts.contents(bomb.toString());

    assertThat(mistakes(contents)).contains("200000", "alias");
  }

  @Test
  void aliasesThatNestDeeplyAreRefused() {
    StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Pod\na0: &a0 []\n");
    for (int i = 1; i < 20; i++) {
      text.append(
          "a%1$d: &a%1$d %2$s*a%3$d%4$s\n".formatted(i, "[".repeat(90), i - 1, "]".repeat(90)));
    }

    assertThat(mistakes(Texts.contents(text.toString())))
        .contains("found more than 100 levels once aliases are written out, allowed 100");
  }

  @Test
  void aMistakeAfterALetterThatEndsALineIsTold() {
    assertThat(mistakes(Texts.contents("# note\u2028\nmetadata: {name: [a}\n")))
        .contains("found no YAML: ");
  }
}
