package dev.hpasteward.admission;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Has the lines that reviews cause printed from the start of the program to its end: those of the
 * audit as they are, those of the log as all others of the log.
 */
@Singleton
class AuditPrinter {

  private static final List<Logger> LOGS =
      List.of(Logger.getLogger(AuditLog.CATEGORY), Logger.getLogger(Webhook.class.getName()));

  /** Of Quarkus, if nobody has set another. */
  private static final String USUAL_FORM = "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{3.}] (%t) %s%e%n";

  private final AuditOutput output;

  AuditPrinter(
      @ConfigProperty(name = "quarkus.log.console.format", defaultValue = USUAL_FORM) String form) {
    this.output = new AuditOutput(System.out, new PatternFormatter(form));
  }

  void begin(@Observes @Priority(1) StartupEvent event) {
    LOGS.forEach(log -> log.addHandler(output));
  }

  /** After everybody who may still have something to tell. */
  void end(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
    LOGS.forEach(log -> log.removeHandler(output));
    output.close();
  }
}
