package dev.hpasteward.simulation.controller;

/**
 * The HPA controller's work on one HPA (horizontal.go, reconcileAutoscaler). It keeps nothing from
 * one sync to the next: memory and status go in and come out. Build another one when the HPA's spec
 * changes, and go on with the same memory and status.
 */
public final class Controller {

  private final ControllerFlags flags;
  private final AutoscalerSpec spec;
  private final ReplicaCalculator calculator;

  /**
   * A controller with the tolerances that flags and spec say.
   *
   * @param flags how the controller was started
   * @param spec the HPA
   */
  public Controller(ControllerFlags flags, AutoscalerSpec spec) {
    this(flags, spec, Tolerances.inForce(flags, spec.behavior()));
  }

  /** The same with these tolerances. */
  public Controller(ControllerFlags flags, AutoscalerSpec spec, Tolerances tolerances) {
    this.flags = flags;
    this.spec = spec;
    this.calculator = new ReplicaCalculator(flags, tolerances, spec.namespace());
  }

  /**
   * One sync.
   *
   * @param inputs what it meets
   * @param memory what the sync before left; {@link ControllerMemory#EMPTY} after a restart
   * @param status the HPA's status as it is stored; {@link AutoscalerStatus#EMPTY} at first
   */
  public SyncResult sync(SyncInputs inputs, ControllerMemory memory, AutoscalerStatus status) {
    return new Sync(flags, spec, calculator, inputs, memory, status).run();
  }
}
