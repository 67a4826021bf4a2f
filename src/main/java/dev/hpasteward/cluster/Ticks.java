package dev.hpasteward.cluster;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that only passes: for whatever has to wait. The wall clock may be set, and what waits for it
 * would then wait an hour longer, or not at all. Its instants mean nothing but in comparison.
 */
public final class Ticks implements InstantSource {

  private final long start = System.nanoTime();

  public Ticks() {}

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }
}
