import { atLeast, type Severity } from '../base/diagnostic.js';
import type { EffectivePolicy } from '../model/policy.js';
import type { ProfileName } from '../schema/kinds/policy.js';
import { isAboutForm, type Rule } from './rule.js';

/** A rule's weight, or `off`. */
export type Grade = Severity | 'off';

/** What the caller asks for beside the Policy. */
export interface RuleSettings {
  /** Weights by code or id, stronger than the Policy's. */
  readonly grades?: ReadonlyMap<string, Grade>;
  /** Runs every rule of this profile whatever the Policy says. */
  readonly profile?: ProfileName;
  /** How many folders of the repository lie above that of the workspace: nothing may be generated outside of it. Where it is left out that is not judged. */
  readonly above?: number;
}

const order: readonly ProfileName[] = ['starter', 'standard', 'regulated'];

/** The profile that is judged by: the caller's, else the Policy's. */
export function profileOf(policy: EffectivePolicy, settings: RuleSettings): ProfileName {
  return settings.profile ?? policy.profile;
}

/** True when a rule is on: its profile is reached, its generation is in force, and nobody switched it off. */
export function isOn(rule: Rule, policy: EffectivePolicy, settings: RuleSettings): boolean {
  return isAsked(rule, policy, settings) && gradeOf(rule, policy, settings) !== 'off';
}

function isAsked(rule: Rule, policy: EffectivePolicy, settings: RuleSettings): boolean {
  return order.indexOf(rule.preset) <= order.indexOf(profileOf(policy, settings)) && rule.ruleset <= policy.ruleset;
}

/** Rules that the profile asks for and that somebody switched off by name: what they would find is missing from the result. */
export function switchedOff(rules: readonly Rule[], policy: EffectivePolicy, settings: RuleSettings): readonly Rule[] {
  return rules.filter((rule) => isAsked(rule, policy, settings) && gradeOf(rule, policy, settings) === 'off' && !isAboutReading(rule));
}

/** The weight of a finding: the caller's grade, else the Policy's, else the rule's own. */
export function severityOf(rule: Rule, own: Severity | undefined, policy: EffectivePolicy, settings: RuleSettings): Severity {
  const grade = gradeOf(rule, policy, settings);
  if (grade !== undefined && grade !== 'off') return grade;
  const severity = own ?? rule.severity;
  const softened = profileOf(policy, settings) === 'starter' && rule.needs === 'clock';
  return softened && severity === 'error' ? 'warning' : severity;
}

/**
 * The weight of what is found while a file is read; `undefined` when nobody asks. A document that cannot be read adds
 * nothing to the workspace, so that is never said more softly.
 */
export function severityOfForm(rule: Rule, policy: EffectivePolicy, settings: RuleSettings): Severity | undefined {
  if (rule.severity === 'error') return 'error';
  return isOn(rule, policy, settings) ? severityOf(rule, undefined, policy, settings) : undefined;
}

/** True for a rule without which a document cannot be read: nobody softens or excuses it. */
export function isAboutReading(rule: Rule): boolean {
  return isAboutForm(rule) && rule.severity === 'error';
}

/** True when findings of this weight could be overlooked where the rule's own would not. */
export function isSofter(grade: Grade, severity: Severity): boolean {
  return grade === 'off' || !atLeast(grade, severity);
}

function gradeOf(rule: Rule, policy: EffectivePolicy, settings: RuleSettings): Grade | undefined {
  const asked = settings.grades?.get(rule.code) ?? settings.grades?.get(rule.id);
  return asked ?? gradeInPolicy(rule, policy);
}

/** What is known of a rule by those who weigh it. */
type Weighed = Pick<Rule, 'code' | 'severity'> & { readonly id: string };

/** The weight that the Policy gives to a rule, but for one that it lets nobody soften. */
export function gradeInPolicy(rule: Weighed, policy: EffectivePolicy): Grade | undefined {
  const grades = policy.value.severity ?? {};
  const grade = grades[rule.code] ?? grades[rule.id];
  return grade !== undefined && isForbidden(rule, policy) && isSofter(grade, rule.severity) ? undefined : grade;
}

/** True when the Policy lets nobody excuse or soften the rule. */
export function isForbidden(rule: Omit<Weighed, 'severity'>, policy: EffectivePolicy): boolean {
  const forbidden = policy.value.waivers?.forbidden ?? [];
  return forbidden.includes(rule.code) || forbidden.includes(rule.id);
}
