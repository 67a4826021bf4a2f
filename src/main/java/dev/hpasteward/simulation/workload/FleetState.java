package dev.hpasteward.simulation.workload;

/**
 * How a fleet stands. What is called a total counts since the start of the run.
 *
 * @param wanted sessions that people want at the moment
 * @param sessions that run, on pods that end too
 * @param waiting sessions that find no room at the moment
 * @param turnedAway total of sessions that found no room when they came
 * @param cut total of sessions that were ended with their pod, when its grace period was over
 * @param started total of sessions that were started
 * @param ended total of sessions that ended by themselves
 * @param waitingMillis total time during which any session found no room, in milliseconds
 * @param podMillis total time of all pods, those that start and those that end included, in
 *     milliseconds
 * @param ready pods that take sessions
 * @param starting pods that are not ready yet
 * @param withoutNode those of them that have no node yet
 * @param terminating pods that end
 * @param withRoom ready pods with room for one more session
 */
public record FleetState(
    long wanted,
    long sessions,
    long waiting,
    long turnedAway,
    long cut,
    long started,
    long ended,
    long waitingMillis,
    long podMillis,
    int ready,
    int starting,
    int withoutNode,
    int terminating,
    int withRoom) {}
