import type { Diagnostic } from '../base/diagnostic.js';
import type { EffectivePolicy } from '../model/policy.js';
import type { Workspace } from '../model/workspace.js';
import { validate } from '../validate/validate.js';

/**
 * Errors of the later version that the earlier one did not have. The earlier version judges: what a change does to the weights of
 * rules, to what may be excused and to the profile softens nothing, and a waiver that comes with the change excuses nothing.
 */
export function newFindings(before: Workspace, after: Workspace, today: string): readonly Diagnostic[] {
  const then = validate(before, { asOf: today });
  const known = new Set([...then.diagnostics, ...then.waived].map(({ fingerprint }) => fingerprint));
  const now = validate(judgedBy(before.policy, after), { asOf: today });
  return [...now.diagnostics, ...now.waived].filter(({ severity, fingerprint }) => severity === 'error' && !known.has(fingerprint));
}

const profiles: readonly EffectivePolicy['profile'][] = ['starter', 'standard', 'regulated'];

/** The workspace under the weights of another Policy. Where there was none, its own counts; a stricter profile counts at once. */
function judgedBy(judge: EffectivePolicy, workspace: Workspace): Workspace {
  const own = workspace.policy;
  if (judge.spec === undefined) return workspace;
  const { severity, waivers } = judge.value;
  const value = { ...own.value, severity, waivers } as EffectivePolicy['value'];
  const profile = profiles.indexOf(own.profile) > profiles.indexOf(judge.profile) ? own.profile : judge.profile;
  const policy: EffectivePolicy = { ...own, value, profile, ruleset: Math.max(own.ruleset, judge.ruleset) };
  return Object.create(workspace, { policy: { value: policy, enumerable: true } }) as Workspace;
}
