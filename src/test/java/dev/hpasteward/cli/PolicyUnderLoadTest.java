package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The policy is rewritten under a webhook that is being used. */
@QuarkusTest
@TestProfile(RewrittenPolicy.class)
class PolicyUnderLoadTest {

  private static final int REVIEWS = 10_000;
  private static final int CLIENTS = 4;
  private static final int REWRITES = 20;

  private static final List<String> TEXTS =
      List.of(
          RewrittenPolicy.FIRST,
          RewrittenPolicy.BROKEN,
          RewrittenPolicy.SECOND,
          RewrittenPolicy.BROKEN);

  private final PolicyWatch watch;
  private final Path file = RewrittenPolicy.file();
  private final HttpRequest review;
  private final HttpClient client;
  private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();

  PolicyUnderLoadTest(PolicyWatch watch) throws IOException, GeneralSecurityException {
    this.watch = watch;
    this.review = review();
    this.client =
        HttpClient.newBuilder()
            .sslContext(DemoClient.trusting(RewrittenPolicy.authority()))
            .build();
  }

  @Test
  @Timeout(60)
  void everyReviewIsAnsweredByOneGoodPolicyAsAWhole() throws IOException {
    use(RewrittenPolicy.FIRST);
    String byTheFirst = ask();
    use(RewrittenPolicy.SECOND);
    String byTheSecond = ask();
    assertThat(byTheFirst).contains("50", "300").doesNotContain("600");
    assertThat(byTheSecond).contains("40", "600").doesNotContain("300");

    List<CompletableFuture<Void>> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(number -> CompletableFuture.runAsync(this::askOften))
            .toList();
    for (int rewrite = 1; rewrite <= REWRITES; rewrite++) {
      use(TEXTS.get(rewrite % TEXTS.size()));
      int enough = REVIEWS / REWRITES * rewrite;
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(2))
          .until(
              () ->
                  answered.get() >= enough || clients.stream().anyMatch(CompletableFuture::isDone));
    }
    clients.forEach(CompletableFuture::join);

    assertThat(answers.keySet()).containsExactlyInAnyOrder(byTheFirst, byTheSecond);
    assertThat(answers.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(REVIEWS);
  }

  /** Writes the file and looks as often as it takes. */
  private void use(String text) throws IOException {
    Files.writeString(file, text);
    watch.look();
    watch.look();
  }

  private void askOften() {
    for (int i = 0; i < REVIEWS / CLIENTS; i++) {
      answers.computeIfAbsent(ask(), text -> new AtomicInteger()).incrementAndGet();
      answered.incrementAndGet();
    }
  }

  /** A busy machine may refuse one for want of time: that is no verdict, and it is asked again. */
  private String ask() {
    String answer = answer();
    while (answer.startsWith("503 ")) {
      answer = answer();
    }
    return answer;
  }

  private String answer() {
    try {
      HttpResponse<String> response = client.send(review, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  private static HttpRequest review() throws IOException {
    try (InputStream recorded = DemoScene.class.getResourceAsStream("demo/egress-cpu-80.json")) {
      String body =
          new String(Objects.requireNonNull(recorded).readAllBytes(), StandardCharsets.UTF_8);
      return HttpRequest.newBuilder(URI.create(RewrittenPolicy.url() + "/validate"))
          .header("Content-Type", "application/json")
          .timeout(Duration.ofSeconds(10))
          .POST(HttpRequest.BodyPublishers.ofString(body))
          .build();
    }
  }
}
