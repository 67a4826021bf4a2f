package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpasteward.policy.StrategyPolicy;
import dev.hpasteward.source.FollowedPolicy;
import dev.hpasteward.source.PolicyReload.InForce;
import dev.hpasteward.source.PolicyReload.Outcome;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyWatchTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void withoutAFileTheWrittenStrategyHolds() {
    PolicyWatch watch = new PolicyWatch(Optional.empty(), Optional::empty);
    watch.look(NOW);

    assertThat(watch.get()).isEqualTo(PolicySource.embedded());
    assertThat(watch.inForce().refusal()).isEmpty();
  }

  @Test
  void whatOnlyStandsInForAResourceIsNotChosen() {
    InForce embedded = new InForce(PolicySource.embedded(), NOW, Optional.empty());
    InForce another = new InForce(StrategyPolicy.policy(), NOW, Optional.empty());

    assertThat(following(embedded).chosen()).isFalse();
    assertThat(following(another).chosen()).isTrue();
    assertThat(new PolicyWatch(Optional.empty(), Optional::empty).chosen()).isTrue();
  }

  private static PolicyWatch following(InForce inForce) {
    FollowedPolicy resource =
        new FollowedPolicy() {
          @Override
          public InForce inForce() {
            return inForce;
          }

          @Override
          public Outcome look(Instant now) {
            return Outcome.UNCHANGED;
          }
        };
    return new PolicyWatch(Optional.empty(), () -> Optional.of(resource));
  }

  @Test
  void aFileThatIsBrokenAtTheStartStopsItWithEveryMistake() throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), RewrittenPolicy.BROKEN);

    assertThatThrownBy(() -> new PolicyWatch(Optional.of(file.toString()), Optional::empty))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContainingAll(":3:18: ", ":7:36: ", ":8:37: ", ":8:52: ")
        .hasMessageEndingWith(file + " is no usable policy: 4 to mend");
  }

  @Test
  void aFileThatIsMissingAtTheStartStopsIt() {
    Path file = folder.resolve("policy.yaml");

    assertThatThrownBy(() -> new PolicyWatch(Optional.of(file.toString()), Optional::empty))
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith(file + ": no such file; name a file that exists");
  }

  @Test
  void theLogTellsOnceWhatIsInForceAndEveryMistakeOfWhatIsNot() throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), RewrittenPolicy.FIRST);
    PolicyWatch watch = new PolicyWatch(Optional.of(file.toString()), Optional::empty);
    String first = "first, version " + watch.get().version();
    Instant start = watch.inForce().since();

    List<String> log =
        logOf(
            () -> {
              for (String text :
                  List.of(RewrittenPolicy.BROKEN, RewrittenPolicy.FIRST, RewrittenPolicy.SECOND)) {
                Files.writeString(file, text);
                for (int look = 0; look < 4; look++) {
                  watch.look(NOW);
                }
              }
            });

    assertThat(log).hasSize(7);
    assertThat(log.get(0))
        .isEqualTo("WARN Policy refused, mistakes: 4. " + first + " stays in force since " + start);
    assertThat(log.subList(1, 5))
        .allSatisfy(line -> assertThat(line).startsWith("WARN Policy refused: " + file + ":"));
    assertThat(log.subList(5, 7))
        .containsExactly(
            "INFO The policy's source holds again what is in force since " + start + ": " + first,
            "INFO Policy in force: second, version " + watch.get().version());
  }

  private interface Step {
    void run() throws IOException;
  }

  private static List<String> logOf(Step step) throws IOException {
    List<String> lines = new ArrayList<>();
    PatternFormatter format = new PatternFormatter("%p %m");
    Logger logger = Logger.getLogger(PolicyWatch.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            lines.add(format.format(record));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      step.run();
    } finally {
      logger.removeHandler(handler);
    }
    return lines;
  }
}
