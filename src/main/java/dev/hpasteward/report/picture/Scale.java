package dev.hpasteward.report.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to places.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}, above {@code from}
 * @param start the place of {@code from}
 * @param end the place of {@code to}
 */
record Scale(double from, double to, double start, double end) {

  private static final List<Integer> MINUTES =
      List.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080);

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double[] STEPS = {1, 2, 5, 10};

  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /** Round values, not many more than wanted. */
  List<Double> ticks(int wanted) {
    double rough = (to - from) / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double factor : STEPS) {
      step = factor * power;
      if (step >= rough) {
        break;
      }
    }
    return every(step);
  }

  /** Of seconds: whole minutes and hours. */
  List<Double> clockTicks(int wanted) {
    double rough = (to - from) / wanted / SECONDS_PER_MINUTE;
    int minutes =
        MINUTES.stream()
            .filter(step -> step >= rough)
            .findFirst()
            .orElseGet(() -> (int) Math.ceil(rough));
    return every(minutes * SECONDS_PER_MINUTE);
  }

  private List<Double> every(double step) {
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(from / step);
    for (long index = first; index * step <= to * (1 + 1e-9); index++) {
      ticks.add(index * step);
    }
    return ticks;
  }
}
