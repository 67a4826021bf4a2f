/** The policy as a resource: watched, read, judged at admission, and told what became of it. */
@NullMarked
package dev.hpasteward.cluster.policy;

import org.jspecify.annotations.NullMarked;
