package dev.hpasteward.cluster.doctor;

/**
 * One line of what was found.
 *
 * @param verdict how good or bad it is
 * @param about what was looked at, such as {@code Deployment}
 * @param found what is there, in one line
 * @param remedy what to do; empty where there is nothing to do
 */
public record Diagnosis(Verdict verdict, String about, String found, String remedy) {

  static Diagnosis ok(String about, String found) {
    return new Diagnosis(Verdict.OK, about, found, "");
  }

  static Diagnosis warn(String about, String found, String remedy) {
    return new Diagnosis(Verdict.WARN, about, found, remedy);
  }

  static Diagnosis fail(String about, String found, String remedy) {
    return new Diagnosis(Verdict.FAIL, about, found, remedy);
  }

  static Diagnosis skip(String about, String found) {
    return new Diagnosis(Verdict.SKIP, about, found, "");
  }

  static Diagnosis skip(String about, String found, String remedy) {
    return new Diagnosis(Verdict.SKIP, about, found, remedy);
  }

  /** What can't be read tells nothing. */
  static Diagnosis unread(String about, Answer answer) {
    return answer.code() == 0 || answer.code() >= 500
        ? fail(about, "could not be read: " + answer.reason(), "see why the API server fails")
        : skip(about, "could not be read: " + answer.reason(), "use a kubeconfig that may read it");
  }
}
