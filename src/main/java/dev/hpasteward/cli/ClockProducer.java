package dev.hpasteward.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives the program its time; everything below the doors gets it as an argument. */
@Singleton
class ClockProducer {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
