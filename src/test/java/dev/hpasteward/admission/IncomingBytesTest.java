package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncomingBytesTest {

  private static final int HALF_OF_ONE = IncomingBytes.MOST_OF_ONE / 2;

  private final IncomingBytes incoming = new IncomingBytes();

  IncomingBytesTest() {}

  @Test
  void oneSenderHasSoMuchUnderWayAndOthersAreNotAffected() {
    assertThat(incoming.begins("a", HALF_OF_ONE)).isTrue();
    assertThat(incoming.begins("a", HALF_OF_ONE)).isTrue();
    assertThat(incoming.begins("a", 1)).isFalse();
    assertThat(incoming.begins("b", 1)).isTrue();
  }

  @Test
  void whatIsOverMakesRoom() {
    incoming.begins("a", HALF_OF_ONE);
    incoming.begins("a", HALF_OF_ONE);
    incoming.ended("a", HALF_OF_ONE);

    assertThat(incoming.begins("a", HALF_OF_ONE)).isTrue();
  }

  @Test
  void allSendersTogetherHaveALimitToo() {
    for (int sender = 0; sender < IncomingBytes.MOST / IncomingBytes.MOST_OF_ONE; sender++) {
      assertThat(incoming.begins("sender-" + sender, IncomingBytes.MOST_OF_ONE)).isTrue();
    }
    assertThat(incoming.begins("one more", 1)).isFalse();

    incoming.ended("sender-0", IncomingBytes.MOST_OF_ONE);
    assertThat(incoming.begins("one more", 1)).isTrue();
  }
}
