import type { Severity } from '../base/diagnostic.js';
import type { EffectivePolicy } from '../model/policy.js';
import type { ProfileName } from '../schema/kinds/policy.js';
import type { Rule } from './rule.js';

/** A rule's weight, or `off`. */
export type Grade = Severity | 'off';

/** What the caller asks for beside the Policy. */
export interface RuleSettings {
  /** Weights by code or id, stronger than the Policy's. */
  readonly grades?: ReadonlyMap<string, Grade>;
  /** Runs every rule of this profile whatever the Policy says. */
  readonly profile?: ProfileName;
}

const order: readonly ProfileName[] = ['starter', 'standard', 'regulated'];

/** True when a rule is on: its profile is reached, its generation is in force, and nobody switched it off. */
export function isOn(rule: Rule, policy: EffectivePolicy, settings: RuleSettings): boolean {
  if (!isReadingRule(rule) && gradeOf(rule, policy, settings) === 'off') return false;
  const profile = settings.profile ?? policy.profile;
  return order.indexOf(rule.preset) <= order.indexOf(profile) && rule.ruleset <= policy.ruleset;
}

/** The weight of a finding: the caller's grade, else the Policy's, else the rule's own. */
export function severityOf(rule: Rule, own: Severity | undefined, policy: EffectivePolicy, settings: RuleSettings): Severity {
  const grade = gradeOf(rule, policy, settings);
  if (grade !== undefined && grade !== 'off' && !(isReadingRule(rule) && grade !== 'error')) return grade;
  const severity = own ?? rule.severity;
  const softened = policy.profile === 'starter' && rule.needs === 'clock' && settings.profile === undefined;
  return softened && severity === 'error' ? 'warning' : severity;
}

/** A document that cannot be read adds nothing to the workspace, so that may never be said more softly. */
function isReadingRule(rule: Rule): boolean {
  return rule.check === undefined && rule.severity === 'error';
}

function gradeOf(rule: Rule, policy: EffectivePolicy, settings: RuleSettings): Grade | undefined {
  const asked = settings.grades?.get(rule.code) ?? settings.grades?.get(rule.id);
  if (asked !== undefined) return asked;
  if (isForbidden(rule, policy)) return undefined;
  const grades = policy.value.severity ?? {};
  return grades[rule.code] ?? grades[rule.id];
}

/** True when the Policy lets nobody excuse or soften the rule. */
export function isForbidden(rule: Rule, policy: EffectivePolicy): boolean {
  const forbidden = policy.value.waivers?.forbidden ?? [];
  return forbidden.includes(rule.code) || forbidden.includes(rule.id);
}
