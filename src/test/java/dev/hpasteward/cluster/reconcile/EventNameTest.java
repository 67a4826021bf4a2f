package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Events are called. */
class EventNameTest {

  private static final Regarded EGRESS = deployment("egress", "u-1");
  private static final Note NOTE = new Note(Note.Kind.REPAIRED, "text");

  @Test
  void itIsTheObjectsNameAndAHash() {
    EventName name = EventName.of(NOTE, EGRESS);

    assertThat(name.namespace()).isEqualTo("media");
    assertThat(name.name()).matches("egress\\.[0-9a-f]{16}");
  }

  @Test
  void theSameIsCalledTheSameInEveryProcess() {
    assertThat(EventName.of(NOTE, EGRESS).name()).isEqualTo("egress.3ca6c23af025bb50");
  }

  @Test
  void anotherObjectReasonOrTextIsAnotherEvent() {
    List<String> names =
        Stream.of(
                EventName.of(NOTE, EGRESS),
                EventName.of(NOTE, deployment("egress", "u-2")),
                EventName.of(new Note(Note.Kind.GENERATED, "text"), EGRESS),
                EventName.of(new Note(Note.Kind.REPAIRED, "other"), EGRESS))
            .map(EventName::name)
            .toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aLongNameIsCutSoThatTheApiServerTakesIt() {
    String dashAtTheCut = "a".repeat(235) + "-.-" + "b".repeat(15);

    assertThat(EventName.of(NOTE, deployment("a".repeat(253), "u-1")).name())
        .hasSize(253)
        .matches("a{236}\\.[0-9a-f]{16}");
    assertThat(EventName.of(NOTE, deployment(dashAtTheCut, "u-1")).name())
        .matches("a{235}\\.[0-9a-f]{16}");
  }

  private static Regarded deployment(String name, String uid) {
    return new Regarded("apps/v1", "Deployment", "media", name, uid);
  }
}
