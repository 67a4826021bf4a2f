package dev.hpasteward.cluster.certificate;

/** What is to be done to the Secret; each is one write of it. */
enum Step {
  NOTHING,
  /** A new authority and a certificate by it: there is none, and nobody trusts any. */
  ISSUE_ALL,
  /** A new certificate by the authority that is there. */
  ISSUE_PAIR,
  /** A new authority that is to be trusted before it is relied on. */
  ANNOUNCE,
  /** The announced authority becomes the one that issues, and issues a certificate. */
  SWITCH,
  /** The authority before this one is to be trusted no more: nobody serves what it vouches for. */
  RETIRE
}
