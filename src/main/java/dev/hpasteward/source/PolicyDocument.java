package dev.hpasteward.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** From text to the one tree that is safe to walk. */
final class PolicyDocument {

  private static final int DEEPEST = 50;

  private PolicyDocument() {}

  /** The tree; empty, with the mistakes recorded, where there is none. */
  static Optional<Node> root(String yaml, Mistakes mistakes) {
    if (yaml.length() > PolicyBytes.LARGEST) {
      mistakes.addToFile(PolicyBytes.tooLarge());
      return Optional.empty();
    }
    return isPrintable(yaml, mistakes)
        ? compose(yaml, mistakes).filter(root -> TreeLimits.hold(root, mistakes))
        : Optional.empty();
  }

  private static boolean isPrintable(String yaml, Mistakes mistakes) {
    for (int at = 0; at < yaml.length(); at += Character.charCount(yaml.codePointAt(at))) {
      int letter = yaml.codePointAt(at);
      if (!StreamReader.isPrintable(letter)) {
        mistakes.add(
            Position.in(yaml, at),
            DocumentPath.ROOT,
            String.format("found the character U+%04X, allowed text; remove it", letter));
        return false;
      }
    }
    return true;
  }

  private static Optional<Node> compose(String yaml, Mistakes mistakes) {
    LoaderOptions options = new LoaderOptions();
    // The composer compares before it counts.
    options.setNestingDepthLimit(DEEPEST - 1);
    // TreeLimits counts what aliases really amount to.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    StreamReader reader = new StreamReader(yaml);
    ParserImpl parser = new ParserImpl(reader, options);
    Composer composer = new Composer(parser, new Resolver(), options);
    List<Node> documents = new ArrayList<>();
    try {
      while (composer.checkNode()) {
        Node document = composer.getNode();
        if (!isNothing(document)) {
          documents.add(document);
        }
      }
    } catch (MarkedYAMLException e) {
      SyntaxMistake.add(e, yaml, mistakes);
      return Optional.empty();
    } catch (YAMLException e) {
      // The composer's only complaint without a place; the parser still stands at it.
      mistakes.add(
          Position.of(parser.peekEvent().getStartMark()),
          DocumentPath.ROOT,
          "found more than " + DEEPEST + " levels, allowed " + DEEPEST + "; nest less deeply");
      return Optional.empty();
    } catch (NumberFormatException e) {
      // SnakeYAML 2.5 throws this for a text that ends inside an escape such as "\x.
      mistakes.add(
          Position.of(reader.getMark()),
          DocumentPath.ROOT,
          "found no YAML: the text ends inside an escape; end the escape and the quotes");
      return Optional.empty();
    }
    return only(documents, mistakes);
  }

  private static Optional<Node> only(List<Node> documents, Mistakes mistakes) {
    if (documents.isEmpty()) {
      mistakes.add(
          new Position(1, 1),
          DocumentPath.ROOT,
          "found an empty document, allowed a ScalingPolicy; write one");
    }
    if (documents.size() > 1) {
      mistakes.add(
          Position.of(documents.get(1).getStartMark()),
          DocumentPath.ROOT,
          "found another document, allowed one in a file; remove it and the --- above it");
    }
    return documents.stream().findFirst();
  }

  private static boolean isNothing(Node document) {
    return document instanceof ScalarNode scalar
        && Objects.equals(scalar.getTag(), Tag.NULL)
        && scalar.getValue().isEmpty();
  }
}
