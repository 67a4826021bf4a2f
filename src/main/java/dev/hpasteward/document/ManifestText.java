package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** A text with manifests in it: documents of YAML or JSON, Lists among them. */
public final class ManifestText {

  private static final String NO_MANIFEST = "without kind";

  private final String source;
  private final String text;
  private final boolean passesOver;

  ManifestText(String source, String text) {
    this(source, text, false);
  }

  private ManifestText(String source, String text, boolean passesOver) {
    this.source = source;
    this.text = text;
    this.passesOver = passesOver;
  }

  /**
   * What is in a text.
   *
   * @param manifests those that were asked for, in their order
   * @param others how many there are of each other kind
   * @param mistakes why some can't be read
   */
  public record Contents(
      List<Manifest> manifests, Map<String, Integer> others, List<Mistake> mistakes) {}

  /**
   * A text from its bytes in UTF-8.
   *
   * @throws NotUtf8Exception if they are something else
   */
  public static ManifestText of(String source, byte[] utf8) throws NotUtf8Exception {
    Utf8.check(utf8);
    return new ManifestText(source, new String(utf8, StandardCharsets.UTF_8));
  }

  /** For objects that are in no text. */
  public static ManifestText none(String source) {
    return new ManifestText(source, "");
  }

  /** The same place with another text in it. */
  public ManifestText withText(String other) {
    return new ManifestText(source, other, passesOver);
  }

  /**
   * The same text, in which documents may be that are no manifests: those with neither apiVersion
   * nor kind are counted and passed over.
   */
  public ManifestText amongOthers() {
    return new ManifestText(source, text, true);
  }

  public String source() {
    return source;
  }

  public String text() {
    return text;
  }

  /**
   * Reads it. After a mistake of syntax nobody can tell what follows; after another the next object
   * is read.
   *
   * @param wanted by apiVersion and kind, which are to be read
   */
  public Contents contents(BiPredicate<String, String> wanted) {
    Collector collector = new Collector(wanted);
    try {
      new TreeReader(text).read(collector);
    } catch (UnreadableException e) {
      collector.endOfItems(false);
      collector.mistake(e);
    }
    return new Contents(collector.manifests, collector.others, collector.mistakes);
  }

  /**
   * Where values stand.
   *
   * @param paths of each object those that are asked for
   */
  public Map<Place, Map<FieldPath, Position>> positions(Map<Place, Set<FieldPath>> paths) {
    Map<Place, Map<FieldPath, Position>> found = new HashMap<>();
    walk(
        (place, tree) -> {
          Map<FieldPath, Position> positions = new HashMap<>();
          paths
              .getOrDefault(place, Set.of())
              .forEach(path -> positions.put(path, TreePath.position(tree, path)));
          if (!positions.isEmpty()) {
            found.put(place, positions);
          }
        });
    return found;
  }

  /** Takes an object of the text. */
  interface Visitor {
    void visit(Place place, Tree tree) throws UnreadableException;
  }

  /** Shows all objects that can be read; says whether that is all there is. */
  boolean walk(Visitor visitor) {
    try {
      new TreeReader(text)
          .read(
              new TreeReader.Receiver() {
                private int document;
                private int item;

                private ListedObjects listed = listed();

                private ListedObjects listed() {
                  return new ListedObjects(
                      tree -> visitor.visit(new Place(source, document, item++), tree));
                }

                @Override
                public void item(Tree tree) throws UnreadableException {
                  listed.add(tree);
                }

                @Override
                public void document(Tree root) throws UnreadableException {
                  if (ListedObjects.hasItems(root)) {
                    listed.add(root);
                  }
                  visitor.visit(new Place(source, document++, -1), root);
                  item = 0;
                  listed = listed();
                }
              });
      return true;
    } catch (UnreadableException e) {
      // Said when the contents were read; what stands before is all that is known.
      return false;
    }
  }

  private final class Collector implements TreeReader.Receiver {

    private final BiPredicate<String, String> wanted;
    private final List<Manifest> manifests = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int document;

    /** Of the document at hand, whose kind comes later. */
    private final List<Runnable> items = new ArrayList<>();

    private int itemCount;

    private ListedObjects listed = listed();

    private Collector(BiPredicate<String, String> wanted) {
      this.wanted = wanted;
    }

    private ListedObjects listed() {
      return new ListedObjects(
          tree -> items.add(outcome(new Place(source, document, itemCount++), tree)));
    }

    @Override
    public void item(Tree item) throws UnreadableException {
      listed.add(item);
    }

    @Override
    public void document(Tree root) throws UnreadableException {
      if (ListedObjects.hasItems(root)) {
        listed.add(root);
      }
      if (itemCount > 0 && ListedObjects.isList(root)) {
        endOfItems(true);
      } else {
        items.clear();
        itemCount = 0;
        if (!isNothing(root)) {
          outcome(new Place(source, document, -1), root).run();
        }
      }
      document++;
      listed = listed();
    }

    private void endOfItems(boolean taken) {
      if (taken) {
        items.forEach(Runnable::run);
      }
      items.clear();
      itemCount = 0;
    }

    /** What is to be recorded of an object; no more than that is kept of it. */
    private Runnable outcome(Place place, Tree tree) {
      try {
        if (!(tree.written() instanceof Tree.Mapping)) {
          throw new UnreadableException(
              tree.span().position(), "found no object; write apiVersion, kind and metadata");
        }
        String kind = text(tree, "kind");
        String apiVersion = text(tree, "apiVersion");
        if (kind.isEmpty() && apiVersion.isEmpty() && passesOver) {
          return () -> others.merge(NO_MANIFEST, 1, Integer::sum);
        }
        if (kind.isEmpty() || apiVersion.isEmpty()) {
          throw new UnreadableException(
              tree.span().position(),
              "found an object without %s; write apiVersion and kind"
                  .formatted(kind.isEmpty() ? "kind" : "apiVersion"));
        }
        JsonNode object = TreeJson.of(tree);
        if (!wanted.test(apiVersion, kind)) {
          return () -> others.merge(Excerpt.plain(kind), 1, Integer::sum);
        }
        Manifest manifest = Manifest.of(place, apiVersion, kind, object);
        return () -> manifests.add(manifest);
      } catch (UnreadableException e) {
        return () -> mistake(e);
      }
    }

    private void mistake(UnreadableException e) {
      mistakes.add(new Mistake(source, e.position().line(), e.position().column(), "", e.text()));
    }
  }

  private static String text(Tree tree, String key) {
    return tree.written() instanceof Tree.Mapping mapping
        ? mapping
            .own(key)
            .map(entry -> entry.value().written())
            .filter(Tree.Scalar.class::isInstance)
            .map(value -> ((Tree.Scalar) value).text())
            .orElse("")
        : "";
  }

  private static boolean isNothing(Tree root) {
    return root instanceof Tree.Scalar scalar && scalar.plain() && scalar.text().isEmpty();
  }
}
