/** How every governed workload stands, from what is known of the cluster: values, no requests. */
@NullMarked
package dev.hpasteward.cluster.survey;

import org.jspecify.annotations.NullMarked;
