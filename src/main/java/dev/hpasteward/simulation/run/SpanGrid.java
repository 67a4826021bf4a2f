package dev.hpasteward.simulation.run;

/**
 * The spans of time that all curves of a chart share. A span covers a number of syncs; when there
 * are too many spans, two neighbours become one.
 */
final class SpanGrid {

  /** Even, so that spans merge in pairs. */
  static final int MOST = 2000;

  private final long[] ends = new long[MOST];
  private int spans;
  private int syncsPerSpan = 1;
  private int syncsInSpan;

  /** One sync more; true if it opens a span. */
  boolean advance(long time) {
    boolean opens = spans == 0 || syncsInSpan == syncsPerSpan;
    if (opens) {
      spans++;
      syncsInSpan = 0;
    }
    syncsInSpan++;
    ends[spans - 1] = time;
    return opens;
  }

  /** The span of the sync before. */
  int current() {
    return spans - 1;
  }

  /** Whether no further span fits in. */
  boolean isFull() {
    return spans == MOST && syncsInSpan == syncsPerSpan;
  }

  /** Makes one of every two neighbours. */
  void merge() {
    for (int index = 0; index < MOST / 2; index++) {
      ends[index] = ends[2 * index + 1];
    }
    spans = MOST / 2;
    syncsPerSpan *= 2;
    syncsInSpan = syncsPerSpan;
  }

  int size() {
    return spans;
  }

  long start(int span) {
    return span == 0 ? 0 : ends[span - 1];
  }

  long end(int span) {
    return ends[span];
  }

  /** The end of the last span; 0 without any. */
  long end() {
    return spans == 0 ? 0 : ends[spans - 1];
  }
}
