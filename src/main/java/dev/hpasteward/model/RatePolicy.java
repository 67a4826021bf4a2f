package dev.hpasteward.model;

/**
 * One entry of {@code behavior.scaleUp.policies} or {@code scaleDown.policies}.
 *
 * @param type {@code Pods} or {@code Percent}
 * @param value how many, or how many per cent, in one period
 * @param periodSeconds the period, 1 to 1800
 */
public record RatePolicy(String type, int value, int periodSeconds) {}
