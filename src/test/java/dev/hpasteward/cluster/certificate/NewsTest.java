package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NewsTest {

  private long now = Long.MAX_VALUE - 7;
  private final News news = new News(() -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void whatIsNewIsToldAndWhatGoesOnOnceAnHour() {
    assertThat(news.is("a")).isTrue();
    assertThat(news.is("a")).isFalse();
    pass(Duration.ofMinutes(59));
    assertThat(news.is("a")).isFalse();
    pass(Duration.ofMinutes(1));
    assertThat(news.is("a")).isTrue();
    assertThat(news.is("a")).isFalse();
  }

  @Test
  void whatComesBackIsNew() {
    assertThat(news.is("a")).isTrue();
    assertThat(news.is("b")).isTrue();
    assertThat(news.is("a")).isTrue();
  }
}
