package dev.hpasteward.admission;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * How far this process is with its end. After SIGTERM it goes on answering, but asks each client to
 * connect anew, elsewhere; once the last answer is out it judges no more.
 */
@Singleton
class Departure {

  private enum Stage {
    SERVING,
    LEAVING,
    GONE
  }

  private volatile Stage stage = Stage.SERVING;

  Departure() {}

  void onLeaving(@Observes ShutdownDelayInitiatedEvent event) {
    stage = Stage.LEAVING;
  }

  /** Before the view and all else is taken down: nobody may be judged by half a view. */
  void onEnd(@Observes @Priority(1) ShutdownEvent event) {
    stage = Stage.GONE;
  }

  /** Whether SIGTERM has come. */
  boolean begun() {
    return stage != Stage.SERVING;
  }

  /** Whether there is nobody left who could judge. */
  boolean over() {
    return stage == Stage.GONE;
  }
}
