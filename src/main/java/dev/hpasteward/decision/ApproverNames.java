package dev.hpasteward.decision;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.ExemptionRules.Approvers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may add or widen an exemption, for somebody who may not. */
final class ApproverNames {

  /** More would bury what else is told. */
  private static final int MOST = 3;

  private ApproverNames() {}

  /** Such as {@code user jane or group platform}; empty if this author may. */
  static Optional<String> toAsk(Approvers approvers, Author author) {
    if (approvers.include(author.user(), author.groups())) {
      return Optional.empty();
    }
    List<String> all =
        Stream.concat(named("user", approvers.users()), named("group", approvers.groups()))
            .toList();
    String told = all.stream().limit(MOST).collect(Collectors.joining(" or "));
    return Optional.of(
        all.size() <= MOST
            ? told
            : told + " or " + (all.size() - MOST) + " more that the policy names");
  }

  private static Stream<String> named(String kind, Set<String> names) {
    return names.stream().sorted().map(name -> kind + " " + Excerpt.plain(name));
  }
}
