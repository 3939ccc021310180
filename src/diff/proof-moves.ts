import { proveJourney } from '../analysis/proof/prove-journey.js';
import type { Group, ProofPath, Slack, TargetProof } from '../analysis/proof/verdict.js';
import { hourWords } from '../base/amounts.js';
import { percentText } from '../base/exact.js';
import type { JsonObject } from '../base/json.js';
import { listOf } from '../base/words.js';
import type { Workspace } from '../model/workspace.js';
import type { SpecPair } from './match-specs.js';
import type { Versions } from './versions.js';

/** What differs between two proofs of one target. */
export interface ProofMove {
  readonly target: ProofTarget;
  /** A kind that is written for it. */
  readonly kind: string;
  readonly facts: JsonObject;
  /** What has moved, without the full stop; it is told of which promise. */
  words(promise: string): string;
}

/** A target of a promise in both versions. */
export interface ProofTarget {
  /** Id of the Sla after. */
  readonly promise: string;
  /** Its id before. */
  readonly formerly: string;
  readonly group: Group;
  /** It is proved in neither version, so nobody knows how long its ways take. */
  readonly isUnproved?: true;
}

/** More or less time, and more or fewer cases that may miss, are left before the promise breaks. */
export function slackMove(target: ProofTarget, was: Slack | undefined, is: Slack | undefined): ProofMove | undefined {
  if (was === undefined || is === undefined) return undefined;
  const gains = [is.seconds - was.seconds, is.shortfall - was.shortfall];
  if (gains.every((gain) => gain === 0)) return undefined;
  const deed = gains.every((gain) => gain >= 0) ? 'added' : gains.every((gain) => gain <= 0) ? 'removed' : 'changed';
  const amount = { added: 'More', removed: 'Less', changed: 'Something else' }[deed];
  return { target, kind: `promise-slack-${deed}`, facts: { was: amountsOf(was), is: amountsOf(is) }, words: (promise) => `${amount} is left of the ${promise}: ${slackWords(is)}, after ${slackWords(was)}` };
}

function amountsOf({ seconds, shortfall }: Slack): JsonObject {
  return { hours: seconds / 3600, percent: shortfall / 10_000 };
}

function slackWords({ seconds, shortfall }: Slack): string {
  return `${hourWords(seconds)} and ${percentText(shortfall)} % of the cases`;
}

/** Another way leaves least: whoever wants to keep the promise has to look there. Steps that only one version has are told by themselves. */
export function pathMove({ before, after, renames }: Versions, pair: SpecPair, target: ProofTarget): ProofMove | undefined {
  const [old, now] = [longestOf(before, pair.before.id, target.formerly, target.group), longestOf(after, pair.after.id, target.promise, target.group)];
  const renamed = old.map((path) => path.map((id) => renames.inside(pair.after.id, id)));
  const shared = (paths: readonly (readonly string[])[], workspace: Workspace, journey: string, name: (id: string) => string): readonly (readonly string[])[] => paths.map((path) => path.filter((id) => workspace.journey(journey)?.step(name(id)) !== undefined));
  const formerName = new Map((before.journey(pair.before.id)?.steps ?? []).map(({ id }) => [renames.inside(pair.after.id, id), id]));
  const [was, is] = [shared(renamed, after, pair.after.id, (id) => id), shared(now, before, pair.before.id, (id) => formerName.get(id) ?? id)];
  const known = new Set(was.map((path) => path.join(' ')));
  if (was.length === 0 || is.length === 0 || is.some((path) => known.has(path.join(' ')))) return undefined;
  return { target, kind: 'promise-path-changed', facts: { was: renamed[0]!, is: now[0]! }, words: (promise) => `The longest way for the ${promise} is another${throughWords(renamed[0]!, now[0]!)}` };
}

/** The longest way takes another time, and the promise makes up for it to the second: nothing else tells of it. */
export function lengthMove({ before, after }: Versions, pair: SpecPair, target: ProofTarget): ProofMove | undefined {
  const [was, is] = [longestWays(before, pair.before.id, target.formerly, target.group)?.seconds, longestWays(after, pair.after.id, target.promise, target.group)?.seconds];
  if (was === undefined || is === undefined || was === is) return undefined;
  return { target, kind: 'promise-path-changed', facts: { was: { hours: was / 3600 }, is: { hours: is / 3600 } }, words: (promise) => `The longest way for the ${promise} takes ${hourWords(is)}, after ${hourWords(was)}, and as much is left` };
}

/** The ways that take longest. */
function longestOf(workspace: Workspace, journey: string, promise: string, group: Group): readonly (readonly string[])[] {
  return longestWays(workspace, journey, promise, group)?.ways ?? [];
}

/** The ways that take longest, by the ids of their steps, and how long; `undefined` where a proof has looked at none. */
export function longestWays(workspace: Workspace, journey: string, promise: string, group: Group): { readonly seconds: number; readonly ways: readonly (readonly string[])[] } | undefined {
  const paths = pathsOf(workspace, journey, promise, group);
  if (paths.length === 0) return undefined;
  const longest = Math.max(...paths.map(({ seconds }) => seconds));
  return { seconds: longest, ways: paths.filter(({ seconds }) => seconds === longest).map(({ steps }) => steps) };
}

/** The ways that a proof of a target has looked at, the longest first. */
export function pathsOf(workspace: Workspace, journey: string, promise: string, group: Group): readonly ProofPath[] {
  return proofOf(workspace, journey, promise, group)?.paths ?? [];
}

/** How a proof of a target has gone; `undefined` where there is none. */
export function proofOf(workspace: Workspace, journey: string, promise: string, group: Group): TargetProof | undefined {
  const proof = proveJourney(workspace, journey)?.promises.find((each) => each.promise === promise);
  return proof?.targets.find((each) => isSame(each.group, group));
}

function isSame(a: Group, b: Group): boolean {
  return a.tier === b.tier && a.persona === b.persona && a.region === b.region;
}

function throughWords(was: readonly string[], is: readonly string[]): string {
  const only = (path: readonly string[], other: readonly string[]): string => listOf([...new Set(path.filter((id) => !other.includes(id)))].map((id) => `\`${id}\``));
  const [gone, fresh] = [only(was, is), only(is, was)];
  return `${fresh === '' ? '' : `: it goes through ${fresh}`}${gone === '' ? '' : `${fresh === '' ? ': it goes' : ', and'} no longer through ${gone}`}`;
}
