import type { CalendarDay } from '../base/date.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { EffectivePolicy } from '../model/policy.js';
import type { Workspace } from '../model/workspace.js';
import { validate } from '../validate/validate.js';
import { isFirstAdoption, judgeOf, type Versions } from './versions.js';

/**
 * Errors of the later version that the earlier one did not have. What a change does to the weights of rules, to what may be excused and
 * to the profile softens nothing, and a waiver that comes with the change excuses nothing.
 */
export function newFindings(versions: Versions, today: CalendarDay): readonly Diagnostic[] {
  const { before, after } = versions;
  const then = validate(before, { asOf: today });
  const known = new Set([...then.diagnostics, ...then.waived].map(({ fingerprint }) => fingerprint));
  const now = validate(isFirstAdoption(versions) ? after : judgedBy(judgeOf(versions).policy, after), { asOf: today });
  return [...now.diagnostics, ...now.waived].filter(({ severity, fingerprint }) => severity === 'error' && !known.has(fingerprint));
}

const profiles: readonly EffectivePolicy['profile'][] = ['starter', 'standard', 'regulated'];

/** The workspace under the weights of another Policy. A stricter profile counts at once. */
function judgedBy(judge: EffectivePolicy, workspace: Workspace): Workspace {
  const own = workspace.policy;
  const { severity, waivers } = judge.value;
  const value = { ...own.value, severity, waivers } as EffectivePolicy['value'];
  const profile = profiles.indexOf(own.profile) > profiles.indexOf(judge.profile) ? own.profile : judge.profile;
  const policy: EffectivePolicy = { ...own, value, profile, ruleset: Math.max(own.ruleset, judge.ruleset) };
  return Object.create(workspace, { policy: { value: policy, enumerable: true } }) as Workspace;
}
