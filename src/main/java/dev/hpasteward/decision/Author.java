package dev.hpasteward.decision;

import java.util.Set;

/**
 * Who writes an object, as the API server knows them.
 *
 * @param user the user's name
 * @param groups the user's groups
 */
public record Author(String user, Set<String> groups) {

  /** Where nobody is known, as in a pipeline: an exemption's approval can't be judged there. */
  public static final Author NOBODY = new Author("", Set.of());

  public Author {
    groups = Set.copyOf(groups);
  }
}
