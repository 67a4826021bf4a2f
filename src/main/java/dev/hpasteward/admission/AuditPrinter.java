package dev.hpasteward.admission;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Logger;

/** Has audit lines printed from the start of the program to its end. */
@Singleton
class AuditPrinter {

  private static final Logger LOG = Logger.getLogger(AuditLog.CATEGORY);

  private final AuditOutput output = new AuditOutput(System.out);

  AuditPrinter() {}

  void begin(@Observes @Priority(1) StartupEvent event) {
    LOG.addHandler(output);
  }

  /** After everybody who may still have something to tell. */
  void end(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
    LOG.removeHandler(output);
    output.close();
  }
}
