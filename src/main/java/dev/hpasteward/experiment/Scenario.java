package dev.hpasteward.experiment;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.time.Duration;

/**
 * What HPAs are tried in.
 *
 * @param policy whose promises are looked at
 * @param type what it says about the service
 * @param load how many sessions people want
 * @param seed of all that is random
 * @param length how long it lasts
 */
public record Scenario(
    ScalingPolicy policy, ServiceTypePolicy type, LoadSource load, long seed, Duration length) {}
