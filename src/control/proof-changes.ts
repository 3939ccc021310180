import { provedPromises, type ProvedPromise } from '../analysis/proof/proved-promises.js';
import type { Slack, Verdict } from '../analysis/proof/verdict.js';
import { matchedSpecs } from '../diff/match-specs.js';
import { mayMove } from '../diff/moved-proofs.js';
import { renamesOf, type Renames } from '../diff/renames.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Versions } from './versions.js';

/** What a proof says of one promise in one version. */
export interface ProvedThen {
  readonly verdict: Verdict;
  /** What is left on the path that leaves least, over all targets; absent where nothing adds up. */
  readonly slack: Slack | undefined;
}

/** A promise that is proved otherwise after the change than before. */
export interface ProofChange {
  readonly journey: string;
  readonly promise: string;
  readonly title: string;
  /** Absent where the journey did not make the promise. */
  readonly before: ProvedThen | undefined;
  /** Absent where the journey no longer makes it. */
  readonly after: ProvedThen | undefined;
  /** True where less is certain than before: no longer proved, or violated now. */
  readonly isWorse: boolean;
}

/**
 * Promises whose verdict or slack differs between two versions of a workspace, by the names of today: what was only renamed is told nothing
 * of. What nothing can have moved is not proved.
 */
export function proofChanges({ before, after }: Pick<Versions, 'before' | 'after'>): readonly ProofChange[] {
  const matched = matchedSpecs(before)(after);
  const isAsked = mayMove(before)(after);
  const known = new Set([...matched.removed, ...matched.added, ...matched.pairs.flatMap((pair) => [pair.before, pair.after])]);
  const [then, now] = [promisesIn(before, isAsked, known, renamesOf(before, after, matched)), promisesIn(after, isAsked, known)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [one, other] = [then.get(key), now.get(key)];
    if (JSON.stringify(one?.said) === JSON.stringify(other?.said)) return [];
    const { journey, promise, title } = (other ?? one)!;
    return [{ journey, promise, title, before: one?.said, after: other?.said, isWorse: other !== undefined && weights[other.said.verdict] > weights[one?.said.verdict ?? 'proved'] }];
  });
}

const weights: Readonly<Record<Verdict, number>> = { proved: 0, 'not-proved': 1, violated: 2 };

/** A promise of a journey, and what is said of it. */
interface PromiseSaid {
  readonly journey: string;
  readonly promise: string;
  readonly title: string;
  readonly said: ProvedThen;
}

/**
 * Retired journeys promise nothing any more.
 *
 * @param known - Specs of which it is known what has become of them: what cannot be read in the other version still promises whatever it says there.
 */
function promisesIn(workspace: Workspace, isAsked: (journey: string) => boolean, known: ReadonlySet<Spec>, renames?: Renames): ReadonlyMap<string, PromiseSaid> {
  const nameOf = (kind: string, id: string): string => renames?.spec(kind, id) ?? id;
  const journeys = workspace.journeys.filter(({ id, spec }) => spec.status !== 'retired' && known.has(spec) && isAsked(id));
  const all = journeys.flatMap(({ id }) => provedPromises(workspace)(id).map((proved): PromiseSaid => ({ journey: nameOf('Journey', id), promise: nameOf('Sla', proved.promise), title: proved.title, said: saidOf(proved) })));
  return new Map(all.map((each) => [`${each.journey} ${each.promise}`, each]));
}

function saidOf({ verdict, targets }: ProvedPromise): ProvedThen {
  const slacks = targets.flatMap(({ slack }) => slack ?? []);
  const isKnown = slacks.length === targets.length && slacks.length > 0;
  return { verdict, slack: isKnown ? { seconds: Math.min(...slacks.map(({ seconds }) => seconds)), shortfall: Math.min(...slacks.map(({ shortfall }) => shortfall)) } : undefined };
}
