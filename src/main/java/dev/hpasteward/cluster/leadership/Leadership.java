package dev.hpasteward.cluster.leadership;

/** Whether this process is the one that may write to the cluster. */
public interface Leadership {

  /**
   * Whether it may write right now. Costs nothing, so ask before each single write and not once for
   * many: a process that was stopped for a while must not go on where it was.
   *
   * <p>False at least {@link LeaseTimes#WRITES_END} before another process can take over. A write
   * that was sent in time and takes longer than that is stopped by its resourceVersion only.
   */
  boolean holds();
}
