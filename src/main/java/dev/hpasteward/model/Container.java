package dev.hpasteward.model;

import java.util.List;

/**
 * A container of a pod template.
 *
 * @param name its name
 * @param ports the ports that it names
 */
public record Container(String name, List<Port> ports) {

  public Container {
    ports = List.copyOf(ports);
  }

  /**
   * A container port.
   *
   * @param name its name; empty where it has none
   * @param number 1 to 65535
   */
  public record Port(String name, int number) {}
}
