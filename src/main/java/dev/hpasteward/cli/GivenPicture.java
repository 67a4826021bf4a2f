package dev.hpasteward.cli;

import dev.hpasteward.report.picture.HtmlPicture;
import dev.hpasteward.report.picture.Picture;
import dev.hpasteward.report.picture.SvgPicture;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The picture that a person asked for, or none. */
final class GivenPicture {

  private static final String OPTION = "--picture";

  private final @Nullable Path file;
  private final boolean drawn;

  private GivenPicture(@Nullable Path file, boolean drawn) {
    this.file = file;
    this.drawn = drawn;
  }

  /**
   * Looks at the name and the place.
   *
   * @throws UnusableInput if no picture can be there
   */
  static GivenPicture of(@Nullable Path file) {
    if (file == null) {
      return new GivenPicture(null, false);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean drawn = name.endsWith(".svg");
    if (!drawn && !name.endsWith(".html") && !name.endsWith(".htm")) {
      throw new UnusableInput(
          "%s: %s is neither a page nor a drawing; end its name in .html or .svg"
              .formatted(OPTION, file));
    }
    WrittenFile.check(OPTION, file);
    return new GivenPicture(file, drawn);
  }

  boolean isWanted() {
    return file != null;
  }

  /** Where it is. */
  Optional<String> place() {
    return Optional.ofNullable(file).map(Path::toString);
  }

  void write(Picture picture) {
    if (file != null) {
      WrittenFile.write(OPTION, file, drawn ? SvgPicture.of(picture) : HtmlPicture.of(picture));
    }
  }
}
