/**
 * What the {@code ScalingPolicy} resource looks like to the API server: {@code
 * deploy/base/crd.yaml} is made of it. Policies are read from the raw tree, so that every mistake
 * is found: nobody makes values of the spec, whose optional fields would be null.
 */
@NullMarked
package dev.hpasteward.cluster.resource;

import org.jspecify.annotations.NullMarked;
