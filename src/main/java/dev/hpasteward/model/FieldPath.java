package dev.hpasteward.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
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
    return written(new StringBuilder()).toString();
  }

  private StringBuilder written(StringBuilder text) {
    if (parent == null) {
      return text;
    }
    parent.written(text);
    if (last instanceof Element.Field field) {
      return text.append(text.isEmpty() ? "" : ".").append(field.name());
    }
    return last instanceof Element.Key key
        ? text.append('[').append(key.name()).append(']')
        : text.append('[').append(((Element.Index) last).index()).append(']');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FieldPath path
            && Objects.equals(parent, path.parent)
            && last.equals(path.last));
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(parent) + last.hashCode();
  }
}
