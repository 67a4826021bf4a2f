package dev.hpasteward.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.Shelf.Change;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void onlyWhatSaysSomethingElseIsAChange() {
    put(ONE, "apple");
    shelf.put(new Seen<>(ONE, "apple", "2", false));
    assertThat(shelf.changes()).isEqualTo(1);

    shelf.put(new Seen<>(ONE, "apple", "3", true));
    put(ONE, "banana");
    shelf.remove(TWO);
    assertThat(shelf.changes()).isEqualTo(3);

    shelf.remove(ONE);
    assertThat(shelf.changes()).isEqualTo(4);
  }

  @Test
  void listenersAreToldWhatWasAndWhatIs() {
    List<Change<String>> told = new ArrayList<>();
    put(ONE, "apple");
    shelf.onChange(told::add);

    put(ONE, "banana");
    put(TWO, "cherry");
    shelf.remove(ONE);
    shelf.clear();

    assertThat(told)
        .containsExactly(
            new Change<>(ONE, Optional.of(seen(ONE, "apple")), Optional.of(seen(ONE, "banana"))),
            new Change<>(TWO, Optional.empty(), Optional.of(seen(TWO, "cherry"))),
            new Change<>(ONE, Optional.of(seen(ONE, "banana")), Optional.empty()),
            new Change<>(TWO, Optional.of(seen(TWO, "cherry")), Optional.empty()));
    assertThat(told.get(0).objects()).containsExactly("apple", "banana");
    assertThat(told.get(3).objects()).containsExactly("cherry");
  }

  @Test
  void listenersAreNotToldOfAVersionThatSaysTheSame() {
    List<Change<String>> told = new ArrayList<>();
    put(ONE, "apple");
    shelf.onChange(told::add);

    shelf.put(new Seen<>(ONE, "apple", "2", false));
    assertThat(told).isEmpty();
    assertThat(shelf.get(ONE)).contains(new Seen<>(ONE, "apple", "2", false));

    shelf.put(new Seen<>(ONE, "apple", "3", true));
    shelf.remove(TWO);
    assertThat(told).hasSize(1);
  }

  @Test
  void aListenerFindsWhatItIsToldOf() {
    List<Optional<Seen<String>>> found = new ArrayList<>();
    shelf.onChange(change -> found.add(shelf.get(change.key())));

    put(ONE, "apple");
    shelf.remove(ONE);

    assertThat(found).containsExactly(Optional.of(seen(ONE, "apple")), Optional.empty());
  }

  private void put(ObjectKey key, String word) {
    shelf.put(seen(key, word));
  }

  private static Seen<String> seen(ObjectKey key, String word) {
    return new Seen<>(key, word, "1", false);
  }
}
