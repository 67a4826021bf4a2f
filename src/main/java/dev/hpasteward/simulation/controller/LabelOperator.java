package dev.hpasteward.simulation.controller;

/** How a label selector compares (apimachinery, selection/operator.go). */
enum LabelOperator {
  EQUALS,
  IN,
  NOT_IN,
  EXISTS,
  DOES_NOT_EXIST,
  /** {@code >} and {@code <}, which only the text of a selector knows. */
  ORDER
}
