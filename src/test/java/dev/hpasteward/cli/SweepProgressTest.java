package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SweepProgressTest {

  private final StringWriter err = new StringWriter();
  private final AtomicLong seconds = new AtomicLong();

  SweepProgressTest() {}

  private SweepProgress progress(boolean watched) {
    return new SweepProgress(
        new PrintWriter(err), 100, watched, () -> Duration.ofSeconds(seconds.get()).toNanos());
  }

  @Test
  void aLogGetsAPlainLineEveryTenSeconds() {
    SweepProgress progress = progress(false);
    for (int over = 1; over <= 100; over++) {
      seconds.set(over / 4);
      progress.accept(over);
    }
    progress.end();

    assertThat(err.toString().lines()).containsExactly("run 40 of 100", "run 80 of 100");
  }

  @Test
  void aTerminalGetsOneLineThatIsGoneInTheEnd() {
    SweepProgress progress = progress(true);
    progress.accept(9);
    progress.accept(10);
    progress.end();

    assertThat(err).hasToString("\r\u001b[Krun 10 of 100\r\u001b[K");
  }
}
