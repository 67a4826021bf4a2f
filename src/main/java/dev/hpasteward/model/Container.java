package dev.hpasteward.model;

import java.util.List;
import java.util.Set;

/**
 * A container of a pod template.
 *
 * @param name its name
 * @param path where it stands
 * @param ports the ports that it names
 * @param requests the resources that it requests; a limit without a request is one too
 */
public record Container(String name, FieldPath path, List<Port> ports, Set<String> requests) {

  public Container {
    ports = List.copyOf(ports);
    requests = Set.copyOf(requests);
  }

  /**
   * A container port.
   *
   * @param name its name; empty where it has none
   * @param number 1 to 65535
   */
  public record Port(String name, int number) {}
}
