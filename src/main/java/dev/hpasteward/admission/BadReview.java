package dev.hpasteward.admission;

/** A request that is no review, or one that contradicts itself: the caller's mistake. */
final class BadReview extends Exception {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final String text;

  BadReview(String uid, String message) {
    super(message);
    this.uid = uid;
    this.text = message;
  }

  /** What is wrong with it. */
  String text() {
    return text;
  }

  /** The uid to answer with; empty where there is none. */
  String uid() {
    return uid;
  }
}
