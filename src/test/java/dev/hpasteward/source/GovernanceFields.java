package dev.hpasteward.source;

import static dev.hpasteward.source.Field.mapping;
import static dev.hpasteward.source.Field.value;

import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.Mode;
import java.util.List;

/** The fields of modes, exemptions and selectors. */
final class GovernanceFields {

  private static final String IN_MODES = PolicyFields.MODES + ".";
  private static final String IN_EXEMPTIONS = PolicyFields.EXEMPTIONS + ".";
  private static final String IN_SELECTOR = PolicyFields.SELECTOR + ".";
  private static final Form ACCOUNTS = Form.list(Form.of(Name.ACCOUNT));

  private GovernanceFields() {}

  static final List<Field> MODES =
      List.of(
          value(
                  IN_MODES + "default",
                  Word.of(Mode.class),
                  "The mode of all other namespaces, and of those that are not known yet.",
                  "ours")
              .or("Enforce"),
          mapping(
              IN_MODES + "namespaces",
              "The first whose selector matches holds; none may be hidden by an earlier one."),
          mapping(IN_MODES + "namespaces[]", "A mode for some namespaces."),
          mapping(
                  IN_MODES + "namespaces[].selector",
                  "Their labels; see [selectors](#selectors). It may not be empty.")
              .must(),
          value(
                  IN_MODES + "namespaces[].mode",
                  Word.of(Mode.class),
                  "`Enforce` changes, generates and denies. `Warn` changes nothing, and warns of"
                      + " what it would deny. `Audit` changes and shows nothing, and records. `Off`"
                      + " looks away.",
                  "")
              .must());

  static final List<Field> EXEMPTIONS =
      List.of(
          value(
                  IN_EXEMPTIONS + "requireReason",
                  new TrueOrFalse(),
                  "A reason must be given.",
                  "ours")
              .or("true"),
          value(
                  IN_EXEMPTIONS + "requireEnd",
                  new TrueOrFalse(),
                  "An end must be given; not `false` beside `maxDays`.",
                  "ours")
              .or("true"),
          value(
              IN_EXEMPTIONS + "reasonPattern",
              new LinearPattern(),
              "All of the reason must match. Put it in quotes. It meets texts that anybody may"
                  + " write, hence RE2: every match takes linear time, and there is no lookaround"
                  + " and no backreference.",
              ""),
          value(
              IN_EXEMPTIONS + "maxDays",
              ExemptionsReader.DAYS,
              "How far off the end may be when an exemption is granted; left out, any.",
              "ours: 90 in the embedded policy"),
          value(
                  IN_EXEMPTIONS + "renewals",
                  new TrueOrFalse(),
                  "Whether an exemption may be extended past `maxDays` from its first grant.",
                  "ours")
              .or("false"),
          value(
                  IN_EXEMPTIONS + "never",
                  Form.list(Form.of(new RuleName())),
                  "Rules that nobody is exempt from.",
                  "ours: `invalid-exemption` in the embedded policy")
              .or("[]"),
          mapping(
                  IN_EXEMPTIONS + "allow",
                  "Where which rules may be exempted from: any item that fits suffices. Left out or"
                      + " empty: everywhere, from all but `never`.")
              .or("[]"),
          mapping(IN_EXEMPTIONS + "allow[]", "Some rules in some namespaces."),
          mapping(
              IN_EXEMPTIONS + "allow[].namespaceSelector",
              "The namespaces; see [selectors](#selectors). Left out or empty: all."),
          value(
                  IN_EXEMPTIONS + "allow[].rules",
                  Form.list(Form.of(new RuleName())),
                  "The rules, none of `never`. Left out or empty: all.",
                  "")
              .or("[]"),
          value(
                  IN_EXEMPTIONS + "allow[].serviceTypes",
                  Form.list(Form.of(Name.LABEL_VALUE)),
                  "The service types, each of them in this document. Left out or empty: all.",
                  "")
              .or("[]"),
          mapping(
              IN_EXEMPTIONS + "approvers",
              "Who may add or widen an exemption; nobody named: whoever may write the object."
                  + " Under Argo CD that is Argo's own account, whoever wrote the manifest."),
          value(IN_EXEMPTIONS + "approvers.users", ACCOUNTS, "Users.", "").or("[]"),
          value(IN_EXEMPTIONS + "approvers.groups", ACCOUNTS, "Groups, any of which suffices.", "")
              .or("[]"));

  static final List<Field> SELECTOR =
      List.of(
          value(
                  IN_SELECTOR + "matchLabels",
                  Form.map(Name.LABEL_KEY, Form.of(Name.LABEL_VALUE_OR_NONE)),
                  "Labels that must have exactly these values.",
                  "")
              .or("{}"),
          mapping(IN_SELECTOR + "matchExpressions", "Further requirements.").or("[]"),
          mapping(IN_SELECTOR + "matchExpressions[]", "One requirement."),
          value(IN_SELECTOR + "matchExpressions[].key", Name.LABEL_KEY, "The label.", "").must(),
          value(
                  IN_SELECTOR + "matchExpressions[].operator",
                  Word.of(Operator.class),
                  "How it is compared; a label that is absent satisfies `NotIn`.",
                  "")
              .must(),
          value(
              IN_SELECTOR + "matchExpressions[].values",
              Form.list(Form.of(Name.LABEL_VALUE_OR_NONE)),
              "At least one with `In` and `NotIn`, none otherwise.",
              ""));
}
