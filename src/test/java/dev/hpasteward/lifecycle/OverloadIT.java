package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More reviews at one time than may be under way. */
class OverloadIT {

  private static final int CONCURRENT = 8;
  private static final int CLIENTS = 400;
  private static final String FULL = "too many reviews are under way";
  private static final String LATE = "this review waited too long for its turn";

  private final byte[] review = Reviews.denied();
  private final ServedWebhook webhook =
      ServedWebhook.startWith(Map.of("HPA_STEWARD_REVIEWS_CONCURRENT", String.valueOf(CONCURRENT)));
  private final SSLContext trust = Reviews.trusting(webhook.authority());

  OverloadIT() {}

  @AfterEach
  void nothingIsLeft() {
    webhook.program().kill();
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnceAndNothingIsAllowedByMistake() throws Exception {
    webhook.awaitReady();
    List<RawConnection> clients = new ArrayList<>();
    try {
      for (int client = 0; client < CLIENTS; client++) {
        clients.add(RawConnection.to(webhook.url(), trust));
        assertThat(clients.get(client).review(review).status()).isEqualTo(200);
      }

      List<RawConnection.Answer> answers = allAtOnce(clients);

      List<RawConnection.Answer> refused =
          answers.stream().filter(answer -> answer.status() != 200).toList();
      // Of those that had a place, some may have waited too long on a machine that is busy.
      assertThat(refused)
          .filteredOn(answer -> answer.body().contains(FULL))
          .hasSizeBetween(1, CLIENTS - CONCURRENT);
      assertThat(refused)
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.headers()).containsEntry("retry-after", "1");
                assertThat(answer.body())
                    .contains("\"status\":\"Failure\"", "hpa-steward did not judge: ")
                    .doesNotContain("allowed")
                    .containsAnyOf(FULL, LATE);
              });
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 200)
          .allSatisfy(
              answer -> assertThat(answer.body()).contains("\"allowed\":false", "cpu-target: "));
      assertThat(metrics())
          .contains(
              counted("full", refused, FULL),
              counted("late", refused, LATE),
              "hpa_steward_reviews_under_way 0.0");
      assertThat(clients.get(0).review(review).status()).as("afterwards").isEqualTo(200);
    } finally {
      for (RawConnection client : clients) {
        client.close();
      }
    }
  }

  private static String counted(String reason, List<RawConnection.Answer> refused, String words) {
    long count = refused.stream().filter(answer -> answer.body().contains(words)).count();
    return "hpa_steward_reviews_refused_total{reason=\"%s\"} %d.0".formatted(reason, count);
  }

  /** All of them are there when the program, stopped meanwhile, looks again. */
  private List<RawConnection.Answer> allAtOnce(List<RawConnection> clients)
      throws IOException, InterruptedException {
    signal("STOP");
    for (RawConnection client : clients) {
      client.send(RawConnection.head(review.length));
      client.send(review);
    }
    signal("CONT");
    List<RawConnection.Answer> answers = new ArrayList<>();
    for (RawConnection client : clients) {
      answers.add(client.answer());
    }
    return answers;
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(webhook.program().pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private List<String> metrics() {
    return RestAssured.get("http://127.0.0.1:" + webhook.managementPort() + "/q/metrics")
        .asString()
        .lines()
        .toList();
  }
}
