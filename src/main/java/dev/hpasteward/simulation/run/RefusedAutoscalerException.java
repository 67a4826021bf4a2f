package dev.hpasteward.simulation.run;

import java.util.List;
import java.util.stream.Collectors;

/** An HPA that the API server would not store. It has all that is wrong at once. */
public final class RefusedAutoscalerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  RefusedAutoscalerException(String name, List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(Mistake::sentence)
            .collect(
                Collectors.joining(
                    "\n  ", "the API server would refuse the HPA %s:\n  ".formatted(name), "")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** At least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * Something wrong with an HPA.
   *
   * @param field where it stands, such as {@code spec.maxReplicas}
   * @param mistake what is wrong
   * @param remedy what to do about it
   */
  public record Mistake(String field, String mistake, String remedy) {

    /** All of it in one line. */
    public String sentence() {
      return "%s: %s; %s".formatted(field, mistake, remedy);
    }
  }
}
