package dev.hpasteward.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The commands of the program by their names. To read all their options takes a fifth of a second,
 * so that of a call that names one no other is looked at.
 */
final class Subcommands {

  private static final Map<String, Class<?>> COMMANDS = commands();

  /** They tell of the others. */
  private static final Map<String, Class<?>> GUIDES = guides();

  private Subcommands() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("serve", ServeCommand.class);
    commands.put("demo", DemoCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("render", RenderCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("simulate", SimulateCommand.class);
    commands.put("doctor", DoctorCommand.class);
    return commands;
  }

  private static Map<String, Class<?>> guides() {
    Map<String, Class<?>> guides = new LinkedHashMap<>();
    guides.put("generate-completion", AutoComplete.GenerateCompletion.class);
    guides.put("help", CommandLine.HelpCommand.class);
    return guides;
  }

  /** Adds those that a call with these arguments may need. */
  static void addTo(CommandLine root, String... arguments) {
    Class<?> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named != null) {
      root.addSubcommand(arguments[0], named);
      return;
    }
    COMMANDS.forEach(root::addSubcommand);
    GUIDES.forEach(root::addSubcommand);
  }
}
