package dev.hpasteward.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairsInForceTest {
  private final PairsInForce pairs = new PairsInForce();

  @Test
  void atFirstNothingIsInForce() {
    assertThat(pairs.leaf()).isEmpty();
    assertThat(pairs.currentAlias("EC")).isEmpty();
    assertThat(pairs.find("pair-1")).isEmpty();
  }

  @Test
  void theLastPairTakenIsCurrent() {
    IssuedPair last = IssuedPair.issue();
    pairs.take(IssuedPair.issue().pair());
    pairs.take(last.pair());

    assertThat(pairs.leaf()).contains(last.leaf());
    assertThat(pairs.currentAlias("EC")).contains("pair-2");
  }

  @Test
  void aPairIsOfferedForItsOwnKindOfKeyOnly() {
    pairs.take(IssuedPair.issue().pair());

    assertThat(pairs.currentAlias("RSA")).isEmpty();
    assertThat(pairs.currentAlias("EC")).contains("pair-1");
  }

  @Test
  void twoReplacedPairsAreKeptAndOlderOnesDropped() {
    List<CertificatePair> taken =
        Stream.generate(() -> IssuedPair.issue().pair()).limit(5).toList();
    taken.forEach(pairs::take);

    assertThat(pairs.find("pair-1")).isEmpty();
    assertThat(pairs.find("pair-2")).isEmpty();
    assertThat(pairs.find("pair-3")).contains(taken.get(2));
    assertThat(pairs.find("pair-4")).contains(taken.get(3));
    assertThat(pairs.find("pair-5")).contains(taken.get(4));
  }

  @Test
  void aPairThatReturnsHasANewName() {
    CertificatePair pair = IssuedPair.issue().pair();
    pairs.take(pair);
    pairs.take(IssuedPair.issue().pair());
    pairs.take(pair);

    assertThat(pairs.currentAlias("EC")).contains("pair-3");
  }
}
