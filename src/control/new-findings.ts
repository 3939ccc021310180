import type { CalendarDay } from '../base/date.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { EffectivePolicy } from '../model/policy.js';
import type { Workspace } from '../model/workspace.js';
import { validate } from '../validate/validate.js';
import { isObject, type JsonObject } from '../base/json.js';
import { isBesideOthers, isFirstAdoption, judgeOf, type Versions } from './versions.js';

/**
 * Errors of the later version that the earlier one did not have, or that were excused there and no longer are. What a change does to the weights
 * of rules, to what may be excused, to the profile and to what the Policy calls too much or too little softens nothing. What a waiver excuses in
 * the later version alone is told as well: whether it counts is decided with who has agreed.
 */
export function newFindings(versions: Versions, today: CalendarDay): readonly Diagnostic[] {
  const { before, after } = versions;
  const then = validate(before, { asOf: today });
  const [open, excused] = [then.diagnostics, then.waived].map((all) => new Set(all.map(({ fingerprint }) => fingerprint)));
  const now = validate(isFirstAdoption(versions) ? after : judgedBy(judgeOf(versions).policy, after, isBesideOthers(versions) ? [] : bounds), { asOf: today });
  const brought = [...now.diagnostics, ...now.waived.filter(({ fingerprint }) => !excused!.has(fingerprint))];
  return brought.filter(({ severity, fingerprint }) => severity === 'error' && !open!.has(fingerprint));
}

const profiles: readonly EffectivePolicy['profile'][] = ['starter', 'standard', 'regulated'];

/** What a Policy calls too much or too little. What is the first of several workspaces says nothing of it for the others. */
const bounds = ['cycles', 'evidence', 'limits', 'data', 'requiredFunctions'] as const;

/** The workspace under the weights and bounds of another Policy. A stricter profile counts at once, and so does a bound that is new. */
function judgedBy(judge: EffectivePolicy, workspace: Workspace, held: readonly (typeof bounds)[number][]): Workspace {
  const own = workspace.policy;
  const { severity, waivers } = judge.value;
  const kept = held.map((field) => [field, laidOver(own.value[field], judge.value[field])] as const);
  const value = { ...own.value, ...Object.fromEntries(kept), severity, waivers } as EffectivePolicy['value'];
  const profile = profiles.indexOf(own.profile) > profiles.indexOf(judge.profile) ? own.profile : judge.profile;
  const channels = held.length === 0 ? own.channels : new Map([...own.channels].map(([channel, most]) => [channel, judge.channels.get(channel) ?? most]));
  const locked = held.length === 0 ? own.locked : [...new Set([...judge.locked, ...own.locked])];
  const policy: EffectivePolicy = { ...own, value, profile, channels, locked, ruleset: Math.max(own.ruleset, judge.ruleset) };
  return Object.create(workspace, { policy: { value: policy, enumerable: true } }) as Workspace;
}

/** What the branch says goes before what the change says; what it is silent about is left as the change has it. */
function laidOver(own: unknown, judge: unknown): unknown {
  if (!isObject(own) || !isObject(judge)) return judge ?? own;
  const both: JsonObject = { ...own, ...judge };
  return Object.fromEntries(Object.keys(both).map((key) => [key, laidOver(own[key], judge[key])]));
}
