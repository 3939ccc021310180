import { fieldOf } from '../base/json.js';
import { listOf, quoted } from '../base/words.js';
import type { Audience } from './change.js';
import type { WhereSlower } from './change-kind.js';
import { higher } from './content-meaning.js';
import type { SpecPair } from './match-specs.js';
import { longestWays, type ProofMove } from './proof-moves.js';
import { stepsAt } from './steps-at.js';
import type { Judgement } from './tell.js';
import type { Versions } from './versions.js';

/** A promise to customers that is harder to keep than it was. */
export interface Slower {
  /** Id of the Sla. */
  readonly promise: string;
  /** The ways that take longest now, by the ids of their steps; absent where it is not proved any more, so that nobody knows. */
  readonly ways?: readonly (readonly string[])[];
}

/** Whether customers may have to wait longer now: the longest way that is proved takes longer, or nothing is proved any more. A draft promises nobody anything. */
export function slowerBy({ before, after }: Versions, pair: SpecPair, { target, kind, facts }: ProofMove): Slower | undefined {
  const { promise, formerly, group, isUnproved } = target;
  if (isUnproved || pair.after.status === 'draft' || !isToCustomers(after.find('Sla', promise)?.value.type) || kind === 'promise-proof-added') return undefined;
  if (facts['is'] === 'not-proved') return kind === 'promise-proof-removed' ? { promise } : undefined;
  const [was, is] = [longestWays(before, pair.before.id, formerly, group), longestWays(after, pair.after.id, promise, group)];
  if (is === undefined || (was !== undefined && kind !== 'promise-proof-loosened' && is.seconds <= was.seconds)) return undefined;
  return { promise, ways: is.ways };
}

function isToCustomers(type: string | undefined): boolean {
  return type !== 'ola' && type !== 'contract';
}

/**
 * What is new on a way takes nothing away by itself. Where customers may have to wait longer because of it, it weighs what its kind says of that.
 *
 * @param moved - What has become of proofs, with the changes that are the cause.
 */
export function withSlower(moved: readonly Judgement[], judgement: Judgement): Judgement {
  const { whereSlower } = judgement.kind;
  if (whereSlower === undefined) return judgement;
  const found = moved.flatMap(({ because = [], slower }) => (slower !== undefined && because.includes(judgement.subject) && isOnWay(judgement, slower) ? [slower.promise] : []));
  return found.length === 0 ? judgement : weighedAs(whereSlower, [...new Set(found)], judgement);
}

function weighedAs({ level, harms }: WhereSlower, promises: readonly string[], judgement: Judgement): Judgement {
  const { kind, message } = judgement;
  return {
    ...judgement,
    level: higher(judgement.level ?? kind.level, level),
    harms: [...new Set<Audience>([...(judgement.harms ?? kind.harms), ...harms])],
    message: `${message} Customers may wait longer because of it: the ${promises.length === 1 ? 'promise' : 'promises'} ${listOf(quoted(promises))} ${promises.length === 1 ? 'is' : 'are'} harder to keep.`,
  };
}

/** True for what leads cases along one of the ways: a step or a stage on it, and a way between two steps of it. */
function isOnWay({ after, facts }: Judgement, { ways }: Slower): boolean {
  if (ways === undefined) return true;
  const to = fieldOf(facts['is'], 'to');
  const ids = stepsAt(after!);
  return ways.some((way) => ids.some((id) => way.includes(id)) && (to === undefined || way.includes(String(to))));
}
