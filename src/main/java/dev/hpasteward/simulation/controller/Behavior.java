package dev.hpasteward.simulation.controller;

import dev.hpasteward.model.ScalingRules;

/**
 * {@code spec.behavior} as the API server stores it: with select policies, rates and the scale-up
 * window filled in. A scale-down window that is absent is the controller's flag.
 *
 * @param up rules for adding pods
 * @param down rules for taking pods away
 */
public record Behavior(ScalingRules up, ScalingRules down) {}
