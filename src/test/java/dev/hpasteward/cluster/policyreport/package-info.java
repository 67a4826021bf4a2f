@NullMarked
package dev.hpasteward.cluster.policyreport;

import org.jspecify.annotations.NullMarked;
