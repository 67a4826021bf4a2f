@NullMarked
package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.NullMarked;
