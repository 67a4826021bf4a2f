/**
 * What is wrong with an installation: answers of the API server become diagnoses by pure functions,
 * one class for each check; {@code Doctor} alone asks. Nothing is written but dry runs.
 */
@NullMarked
package dev.hpasteward.cluster.doctor;

import org.jspecify.annotations.NullMarked;
