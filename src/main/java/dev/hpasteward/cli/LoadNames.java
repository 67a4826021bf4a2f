package dev.hpasteward.cli;

import dev.hpasteward.policy.NearestName;
import dev.hpasteward.simulation.load.LoadKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The shapes of load, for who completes and who mistypes them. */
final class LoadNames implements Iterable<String> {

  LoadNames() {}

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  private static List<String> all() {
    return Arrays.stream(LoadKind.values()).map(LoadKind::id).toList();
  }

  /** The kind of this name. */
  static LoadKind kind(String name) {
    return LoadKind.of(name)
        .orElseThrow(
            () ->
                new UnusableInput(
                    "--load: there is no shape \"%s\"; %s"
                        .formatted(
                            name,
                            NearestName.of(name, all())
                                .map("do you mean %s?"::formatted)
                                .orElse(
                                    "write one of %s, or name a recording with --load-file"
                                        .formatted(String.join(", ", all()))))));
  }
}
