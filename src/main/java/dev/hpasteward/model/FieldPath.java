package dev.hpasteward.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in an object, such as {@code spec.metrics[0].resource.target} or {@code
 * metadata.annotations[prometheus.io/port]}: written as Kubernetes writes it in its own messages.
 */
public final class FieldPath {

  /** The object itself. */
  public static final FieldPath ROOT = new FieldPath(null, new Element.Field(""));

  private final @Nullable FieldPath parent;
  private final Element last;

  private FieldPath(@Nullable FieldPath parent, Element last) {
    this.parent = parent;
    this.last = last;
  }

  /** One step of a path. */
  public sealed interface Element {
    /** A field of an object. */
    record Field(String name) implements Element {}

    /** A key of a map whose keys are the author's, such as an annotation. */
    record Key(String name) implements Element {}

    /** An element of a list, from 0. */
    record Index(int index) implements Element {}
  }

  /** The path of dotted field names, such as {@code spec.scaleTargetRef}. */
  public static FieldPath of(String dotted) {
    FieldPath path = ROOT;
    for (String name : dotted.split("\\.", -1)) {
      path = path.field(name);
    }
    return path;
  }

  public FieldPath field(String name) {
    return new FieldPath(this, new Element.Field(name));
  }

  public FieldPath key(String name) {
    return new FieldPath(this, new Element.Key(name));
  }

  public FieldPath index(int index) {
    return new FieldPath(this, new Element.Index(index));
  }

  /** The steps from the object's root. */
  public List<Element> elements() {
    Deque<Element> elements = new ArrayDeque<>();
    FieldPath at = this;
    while (at.parent != null) {
      elements.addFirst(at.last);
      at = at.parent;
    }
    return List.copyOf(elements);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Element element : elements()) {
      if (element instanceof Element.Field field) {
        text.append(text.isEmpty() ? "" : ".").append(field.name());
      } else if (element instanceof Element.Key key) {
        text.append('[').append(key.name()).append(']');
      } else if (element instanceof Element.Index at) {
        text.append('[').append(at.index()).append(']');
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath path && path.elements().equals(elements());
  }

  @Override
  public int hashCode() {
    return elements().hashCode();
  }
}
