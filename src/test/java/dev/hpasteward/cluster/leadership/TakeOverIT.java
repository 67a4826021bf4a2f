package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.cluster.LabelledFleet;
import dev.hpasteward.cluster.OwnApiServer;
import dev.hpasteward.controlplane.AnsweredRequest;
import dev.hpasteward.model.StewardKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;

/**
 * A leader that is killed, or stopped and resumed, again and again, while people delete and edit
 * the HPAs that it generated; takes minutes.
 */
@Tag("endurance")
class TakeOverIT {

  private static final int ROUNDS = 20;
  private static final Duration TAKE_OVER = Duration.ofSeconds(20);

  /** After SIGCONT, with a machine that runs the whole build. */
  private static final long AT_ONCE_MILLIS = 1_000;

  private static final int SIZE = 50;

  /** HPAs that are deleted at once, and as many that are edited. */
  private static final int DISTURBED = 5;

  /** All that was disturbed, by a leader that has just come. */
  private static final Duration REPAIRED = Duration.ofSeconds(60);

  private static final OwnApiServer API_SERVER = OwnApiServer.start();
  private static final Candidates CANDIDATES = Candidates.withAccounts(API_SERVER);
  private static final LabelledFleet FLEET =
      new LabelledFleet(API_SERVER.kubectl(API_SERVER.kubeconfig(), "default"), SIZE);

  private static int disturbances;

  @BeforeAll
  static void aFleetWithItsAutoscalers() {
    FLEET.create();
    CANDIDATES.ensure(2);
    await().atMost(Duration.ofMinutes(3)).until(FLEET::allRight);
  }

  @BeforeEach
  void twoRun() {
    CANDIDATES.ensure(2);
  }

  @AfterAll
  static void end() {
    CANDIDATES.close();
    API_SERVER.close();
  }

  /** Kills in odd rounds, and stops and resumes in even ones. */
  @RepeatedTest(ROUNDS)
  void theOtherTakesOverAndNeverDoTwoLead(RepetitionInfo round) {
    Candidate leader = CANDIDATES.awaitLeader();
    Candidate other = CANDIDATES.besides(leader).get(0);
    boolean killed = round.getCurrentRepetition() % 2 == 1;

    disturb();
    long start = System.nanoTime();
    if (killed) {
      leader.kill();
      CANDIDATES.without(leader);
    } else {
      leader.pause();
    }
    disturb();
    assertThat(CANDIDATES.awaitLeader(TAKE_OVER)).isEqualTo(other);
    report(round, killed ? "killed" : "stopped", start);

    if (!killed) {
      resumesWithoutLeading(leader);
      assertThat(CANDIDATES.awaitLeader()).isEqualTo(other);
    }
    theClusterIsAsItShouldBe();
  }

  /** Its first answer already has to be right: it was asked while it was stopped. */
  private static void resumesWithoutLeading(Candidate stopped) {
    CompletableFuture<Boolean> first = stopped.asked();
    stopped.resume();
    assertThat(first.orTimeout(AT_ONCE_MILLIS, TimeUnit.MILLISECONDS).join()).isFalse();
    stopped.awaitLine("this process no longer leads");
  }

  /** Deletes some HPAs and edits others, each time the next ones. */
  private static void disturb() {
    int first = disturbances++ * 2 * DISTURBED;
    onAutoscalers("delete", first, "--wait=false");
    onAutoscalers("label", first + DISTURBED, "--overwrite", StewardKeys.MANAGED_BY + "=nobody");
  }

  private static void onAutoscalers(String verb, int first, String... arguments) {
    List<String> words = new ArrayList<>(List.of(verb, "hpa"));
    for (int number = first; number < first + DISTURBED; number++) {
      words.add(LabelledFleet.autoscaler(number % SIZE));
    }
    words.addAll(List.of(arguments));
    // One that is missing was deleted before and its repair is under way.
    var unused = FLEET.kubectl().run(words.toArray(String[]::new));
  }

  /** Each Deployment has one right HPA, and only leaders wrote any. */
  private static void theClusterIsAsItShouldBe() {
    assertThat(CANDIDATES.leader()).isPresent();
    await().atMost(REPAIRED).until(FLEET::allRight);
    String leader = "";
    int writes = 0;
    List<AnsweredRequest> all = new ArrayList<>(AnsweredRequest.in(API_SERVER.auditLog()));
    all.sort(AnsweredRequest.byArrival());
    for (AnsweredRequest request : all) {
      if (!request.wrote() || !request.user().startsWith(Accounts.USERS)) {
        continue;
      }
      if (request.resource().equals("leases")) {
        leader = request.user();
      } else if (request.ofAutoscaler()) {
        writes++;
        assertThat(request.user()).as("who wrote an HPA: %s", request).isEqualTo(leader);
      }
    }
    assertThat(writes).isGreaterThanOrEqualTo(SIZE);
    long late =
        all.stream()
            .filter(request -> request.ofAutoscaler() && request.code() == 409)
            .filter(request -> request.user().startsWith(Accounts.USERS))
            .count();
    System.out.printf(Locale.ROOT, "so far %d writes, all by leaders; %d got 409%n", writes, late);
  }

  private static void report(RepetitionInfo round, String what, long start) {
    System.out.printf(
        Locale.ROOT,
        "take-over %d of %d: leader %s, other leads after %.1f s%n",
        round.getCurrentRepetition(),
        ROUNDS,
        what,
        (System.nanoTime() - start) / 1e9);
  }
}
