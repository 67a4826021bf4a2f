package dev.hpasteward.model;

/**
 * A change of one value.
 *
 * @param path where; a list index equal to the list's length appends to it
 * @param value the new value, made of maps with text keys, lists, text, whole numbers and booleans
 */
public record Edit(FieldPath path, Object value) {}
