package dev.hpasteward.cluster.doctor;

import dev.hpasteward.source.PolicyResult;

/**
 * A policy file that somebody named, read.
 *
 * @param file its name
 * @param result what it holds
 */
public record PolicyFileResult(String file, PolicyResult result) {}
