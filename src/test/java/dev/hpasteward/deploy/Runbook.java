package dev.hpasteward.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of a page, under their headings. */
record Runbook(List<Section> sections) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^#+ (?<heading>[^\\n]*)$|^```(?<language>\\w*)\\n(?<text>.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern OTHER_FENCE = Pattern.compile("(?m)^([ \\t]+```|[ \\t]*~~~)");

  private static final Pattern FILE = Pattern.compile("# (?<path>[\\w./-]+)\\n");

  /**
   * What is under a heading.
   *
   * @param steps in their order
   */
  record Section(String heading, List<Step> steps) {}

  /** What a reader does. */
  sealed interface Step permits Command, WrittenFile {}

  /**
   * What they type, and what they see.
   *
   * @param shown {@code ...} in a line stands for some of it, alone on one for any lines; empty if
   *     nothing is said
   */
  record Command(String text, List<String> shown) implements Step {}

  /** A file of theirs; the first line of the block names it. */
  record WrittenFile(String path, String text) implements Step {}

  /**
   * Reads a page.
   *
   * @throws AssertionError if it has blocks of a form that this does not read
   */
  static Runbook of(String page) {
    if (OTHER_FENCE.matcher(page).find()) {
      throw new AssertionError("a block that is indented, or fenced by ~~~, would be passed over");
    }
    List<Section> sections = new ArrayList<>();
    // A heading's pattern also fits a comment in a block, but blocks are consumed as a whole.
    Matcher blocks = BLOCK.matcher(page);
    while (blocks.find()) {
      if (blocks.group("heading") != null) {
        sections.add(new Section(blocks.group("heading"), new ArrayList<>()));
      } else {
        sections
            .get(sections.size() - 1)
            .steps()
            .addAll(steps(blocks.group("language"), blocks.group("text")));
      }
    }
    return new Runbook(List.copyOf(sections));
  }

  /**
   * A part of a page that is not all commands.
   *
   * @param heading of the second or third level, unique in the page
   */
  static Runbook under(Path page, String heading) throws IOException {
    Matcher part =
        Pattern.compile(
                "^(?<level>##|###) %s\\n.*?(?=^##(?!#)|^\\k<level> |\\z)"
                    .formatted(Pattern.quote(heading)),
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Files.readString(page));
    if (!part.find()) {
      throw new AssertionError("%s has no heading %s".formatted(page, heading));
    }
    return of(part.group());
  }

  /** What is under one heading. */
  Section section(String heading) {
    return sections.stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no heading " + heading));
  }

  /**
   * No block is passed over: one of another language would be a command that nobody runs.
   *
   * @throws AssertionError if it is neither a dialogue, nor a script, nor a file
   */
  private static List<? extends Step> steps(String language, String text) {
    return switch (language) {
      case "console" -> dialogue(text);
      case "sh" -> text.lines().map(line -> new Command(line, List.of("..."))).toList();
      case "yaml" -> List.of(file(text));
      default -> throw new AssertionError("what is to be done with a block of " + language + "?");
    };
  }

  private static WrittenFile file(String text) {
    Matcher first = FILE.matcher(text);
    if (!first.lookingAt()) {
      throw new AssertionError("no path in the first line of " + text);
    }
    return new WrittenFile(first.group("path"), text);
  }

  private static List<Command> dialogue(String text) {
    List<Command> commands = new ArrayList<>();
    for (String part : text.split("(?m)^\\$ ", -1)) {
      if (part.isBlank()) {
        continue;
      }
      List<String> lines = new ArrayList<>(part.lines().toList());
      StringBuilder command = new StringBuilder(lines.remove(0));
      while (command.toString().endsWith("\\")) {
        command.append('\n').append(lines.remove(0));
      }
      commands.add(new Command(command.toString(), List.copyOf(lines)));
    }
    return commands;
  }
}
