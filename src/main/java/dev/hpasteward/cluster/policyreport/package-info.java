/** How everything stands, for the tools that people have: PolicyReports, Reports and metrics. */
@NullMarked
package dev.hpasteward.cluster.policyreport;

import org.jspecify.annotations.NullMarked;
