package dev.hpasteward.rules;

import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.ServiceTypePolicy;

/**
 * What a rule looks at.
 *
 * @param <S> the kind of object
 * @param subject the object
 * @param type what the policy says about its service type
 * @param controller what holds where an autoscaler says nothing
 * @param surroundings what is known besides the object
 */
public record Inspection<S extends Subject>(
    S subject, ServiceTypePolicy type, ControllerDefaults controller, Surroundings surroundings) {}
