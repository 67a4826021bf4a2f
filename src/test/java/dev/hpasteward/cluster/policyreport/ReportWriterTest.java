package dev.hpasteward.cluster.policyreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final ScriptedReports reports = new ScriptedReports();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ReportJournal journal = new ReportJournal(ReportKind.REPORT, registry);
  private boolean leads = true;
  private ReportWriter writer = writer();

  private ReportWriter writer() {
    return new ReportWriter(reports, Duration.ofSeconds(30), () -> leads, journal);
  }

  @Test
  void whatIsNewIsWrittenAndWhatIsAsItWasIsNot() {
    round(0, "a", 1, "b", 1);
    assertThat(reports.taken()).containsExactly("list", "get a", "apply a", "get b", "apply b");

    round(2, "a", 1, "b", 1);
    assertThat(reports.taken()).isEmpty();

    round(30, "a", 1, "b", 1);
    assertThat(reports.taken()).containsExactly("list");
    assertThat(counted()).isEqualTo(Map.of("created", 2));
  }

  @Test
  void whatAnEarlierProcessWroteIsNotWrittenAgain() {
    round(0, "a", 1);
    reports.taken();
    writer = writer();

    round(1, "a", 1);

    assertThat(reports.taken()).containsExactly("list");
  }

  @Test
  void aChangeIsWrittenOnTheVersionThatWasSeen() {
    round(0, "a", 1);
    reports.taken();

    round(30, "a", 2);

    assertThat(reports.taken()).containsExactly("list", "apply a on 1");
    assertThat(counted()).isEqualTo(Map.of("created", 1, "updated", 1));
  }

  @Test
  void aReportIsWrittenAtMostOnceInAWhile() {
    round(0, "a", 1);
    reports.taken();

    assertThat(round(5, "a", 2)).contains(START.plusSeconds(30));
    assertThat(reports.taken()).isEmpty();

    assertThat(round(30, "a", 2)).isEmpty();
    assertThat(reports.taken()).containsExactly("list", "apply a on 1");
  }

  @Test
  void oursGoesWhereNothingIsLeft() {
    round(0, "a", 1, "b", 1);
    reports.taken();

    round(2, "b", 1);

    assertThat(reports.taken()).containsExactly("delete a");
    assertThat(reports.objects).containsOnlyKeys("b");
    assertThat(counted()).isEqualTo(Map.of("created", 2, "deleted", 1));
  }

  @Test
  void whatSomebodyChangedIsWrittenAgain() {
    round(0, "a", 1);
    var unused = reports.put("a", true, document(1).digest());
    reports.taken();

    round(30, "a", 1);

    assertThat(reports.taken()).containsExactly("list", "apply a on 2");
  }

  @Test
  void aForeignReportIsNeverTouched() {
    var unused = reports.put("a", false, "");
    round(0, "a", 1);
    round(30, "a", 1);
    round(60);

    assertThat(reports.taken()).containsExactly("list", "list", "list");
    assertThat(counted()).isEqualTo(Map.of("foreign", 1));
  }

  @Test
  void aForeignReportThatHasJustComeIsNotTouchedEither() {
    round(0);
    var unused = reports.put("a", false, "");

    round(2, "a", 1);

    assertThat(reports.taken()).containsExactly("list", "get a");
  }

  @Test
  void whatIsRefusedIsTriedAgain() {
    round(0);
    reports.refuse(new ReportRefused(403, "HTTP 403: forbidden"));
    round(2, "a", 1);
    reports.refuse(null);
    reports.taken();

    round(10, "a", 1);
    assertThat(reports.taken()).containsExactly("list");
    round(32, "a", 1);

    assertThat(reports.taken()).containsExactly("get a", "apply a");
    assertThat(counted()).isEqualTo(Map.of("forbidden", 1, "created", 1));
  }

  @Test
  void withoutAListNothingIsWrittenOrDeleted() {
    reports.refuse(new ReportRefused(0, "no answer in time"));
    round(0, "a", 1);

    assertThat(reports.taken()).containsExactly("list");
    assertThat(counted()).isEqualTo(Map.of("failed", 1));
  }

  @Test
  void whoNoLongerLeadsWritesNothing() {
    round(0, "a", 1);
    reports.taken();
    leads = false;

    round(30, "b", 1);

    assertThat(reports.taken()).containsExactly("list");
  }

  private Optional<Instant> round(int second, Object... documents) {
    Instant now = START.plusSeconds(second);
    writer.begin(now);
    for (int i = 0; i < documents.length; i += 2) {
      writer.write((String) documents[i], document((int) documents[i + 1]), now);
    }
    return writer.end();
  }

  private static ReportDocument document(int fail) {
    return ReportDocument.of(
        new ReportContent(
            JsonNodeFactory.instance.objectNode().put("fail", fail),
            JsonNodeFactory.instance.arrayNode()));
  }

  private Map<String, Integer> counted() {
    return registry.find("hpa_steward_report_writes").counters().stream()
        .collect(
            Collectors.toMap(
                counter -> String.valueOf(counter.getId().getTag("outcome")),
                ReportWriterTest::count));
  }

  private static int count(Counter counter) {
    return (int) counter.count();
  }
}
