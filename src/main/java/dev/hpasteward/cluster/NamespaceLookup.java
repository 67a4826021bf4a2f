package dev.hpasteward.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks for the labels of a namespace, which say its mode. */
interface NamespaceLookup {

  /** Never fails and never takes longer than 300 ms: who can't say says nothing. */
  CompletionStage<Optional<Map<String, String>>> labels(String namespace);
}
