package dev.hpasteward.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Words, by their first letter; an empty word has none. */
class ShelfTest {

  private static final ObjectKey ONE = new ObjectKey("media", "one");
  private static final ObjectKey TWO = new ObjectKey("media", "two");

  private final Shelf<String, Character> shelf =
      new Shelf<>(word -> word.isEmpty() ? Optional.empty() : Optional.of(word.charAt(0)));

  @Test
  void whatWasPutIsFoundByNameAndByItsOtherKey() {
    put(ONE, "apple");
    put(TWO, "apricot");

    assertThat(shelf.get(ONE)).contains(seen(ONE, "apple"));
    assertThat(shelf.by('a')).containsExactlyInAnyOrder(seen(ONE, "apple"), seen(TWO, "apricot"));
    assertThat(shelf.by('b')).isEmpty();
    assertThat(shelf.size()).isEqualTo(2);
  }

  @Test
  void theLastOneOfANameCounts() {
    put(ONE, "apple");
    put(ONE, "apricot");

    assertThat(shelf.by('a')).containsExactly(seen(ONE, "apricot"));
    assertThat(shelf.all()).containsExactly(seen(ONE, "apricot"));
  }

  @Test
  void anotherKeyIsAnotherPlace() {
    put(ONE, "apple");
    put(ONE, "banana");

    assertThat(shelf.by('a')).isEmpty();
    assertThat(shelf.by('b')).containsExactly(seen(ONE, "banana"));
  }

  @Test
  void whatLosesItsOtherKeyIsStillFoundByName() {
    put(ONE, "apple");
    put(ONE, "");

    assertThat(shelf.by('a')).isEmpty();
    assertThat(shelf.get(ONE)).contains(seen(ONE, ""));
  }

  @Test
  void whatWasRemovedIsNowhere() {
    put(ONE, "apple");
    put(TWO, "apricot");
    shelf.remove(ONE);
    shelf.remove(ONE);

    assertThat(shelf.get(ONE)).isEmpty();
    assertThat(shelf.by('a')).containsExactly(seen(TWO, "apricot"));
  }

  @Test
  void aClearedShelfIsEmpty() {
    put(ONE, "apple");
    shelf.clear();

    assertThat(shelf.all()).isEmpty();
    assertThat(shelf.by('a')).isEmpty();
  }

  private void put(ObjectKey key, String word) {
    shelf.put(seen(key, word));
  }

  private static Seen<String> seen(ObjectKey key, String word) {
    return new Seen<>(key, word, "1", false);
  }
}
