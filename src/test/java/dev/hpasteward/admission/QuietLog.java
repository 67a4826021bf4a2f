package dev.hpasteward.admission;

import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.lifecycle.AroundContainerHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;

/** Keeps thousands of refusals that are meant to be out of the build's output. */
final class QuietLog implements AroundContainerHook {

  private static final Logger LOG = Logger.getLogger(WebhookResource.class.getName());

  QuietLog() {}

  @Override
  public void beforeContainer(ContainerLifecycleContext context) {
    LOG.setLevel(Level.SEVERE);
  }

  @Override
  public void afterContainer(ContainerLifecycleContext context) {
    LOG.setLevel(null);
  }
}
