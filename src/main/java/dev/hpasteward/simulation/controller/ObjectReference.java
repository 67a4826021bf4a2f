package dev.hpasteward.simulation.controller;

/**
 * An object in the autoscaler's namespace.
 *
 * @param kind such as {@code Deployment}
 * @param name its name
 * @param apiVersion group and version, such as {@code apps/v1}; empty where none is written
 */
public record ObjectReference(String kind, String name, String apiVersion) {}
