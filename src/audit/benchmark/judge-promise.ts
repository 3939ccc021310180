import { always } from '../../analysis/business-time/calendar.js';
import { findCalendar, lineageOf } from '../../analysis/business-time/lineage.js';
import { calendarIdOf, promisedBy } from '../../analysis/proof/promises.js';
import type { Group, PromiseProof, Verdict } from '../../analysis/proof/verdict.js';
import { sameJson } from '../../base/json.js';
import type { Sla, SlaTarget } from '../../schema/kinds/sla.js';
import type { Judgement } from './rows.js';
import type { Side, Sides } from './sides.js';

const weights: Readonly<Record<Verdict, number>> = { proved: 0, 'not-proved': 1, violated: 2 };

const verdicts: Readonly<Record<Verdict, string>> = {
  proved: 'it follows from what its parts promise',
  'not-proved': 'it does not follow from what is declared',
  violated: 'it is broken on some way though every part keeps its own',
};

/** Of two verdicts on one promise, the one that makes more certain. */
export function betterVerdict(before: Verdict | undefined, after: Verdict | undefined): Judgement | undefined {
  if (before === undefined || after === undefined || before === after) return undefined;
  return { is: weights[after] < weights[before] ? 'better' : 'worse', why: `Before, ${verdicts[before]}; after, ${verdicts[after]}.` };
}

/** The same promise on both sides. */
export interface PromisePair {
  readonly before: PromiseProof;
  readonly after: PromiseProof;
}

/**
 * Whether those whom a target is for are promised more or less. Said only where nothing else of the promise differs: its clock, its hours, the
 * period, who is counted and which groups have targets. More time for more cases is neither.
 */
export function betterTarget(sides: Sides, pair: PromisePair, whom: Group): Judgement | undefined {
  const [then, now] = [budgetFor(pair.before, whom), budgetFor(pair.after, whom)];
  if (then === undefined || now === undefined || !isSameOtherwise(sides, pair) || then.each !== now.each) return undefined;
  const time = then.within === now.within && then.seconds === now.seconds ? 0 : compared(then.seconds, now.seconds);
  const share = compared(now.kept, then.kept);
  if (time === undefined || share === undefined || time * share < 0 || time + share === 0) return undefined;
  const words = [time === 0 ? '' : time > 0 ? 'more time' : 'less time', share === 0 ? '' : share > 0 ? 'fewer cases' : 'more cases'].filter((each) => each !== '').join(' and ');
  return { is: time + share > 0 ? 'worse' : 'better', why: `${time === 0 ? 'It is kept for' : 'It allows'} ${words}, and says the same otherwise: ${time + share > 0 ? 'less' : 'more'} is promised to ${whoRelies(pair.after)}.` };
}

interface Promised {
  readonly within: string | undefined;
  readonly seconds: number | undefined;
  readonly kept: number;
  readonly each: SlaTarget['each'];
}

function budgetFor({ spec, targets }: PromiseProof, whom: Group): Promised | undefined {
  const at = targets.findIndex(({ group }) => sameJson(group, whom));
  const proof = targets[at];
  return proof && { within: proof.target.within, seconds: proof.target.seconds, kept: proof.target.kept, each: spec.value.targets?.[at]?.each ?? 'pool' };
}

/** 1 where the second is larger, -1 where it is smaller. */
function compared(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.sign(other - one);
}

function whoRelies({ spec }: PromiseProof): string {
  return spec.value.consumer === 'customer' ? 'customers' : `\`${spec.value.consumer}\``;
}

/** Fields that say what a promise is, apart from its targets. What only tells who is warned and what is owed counts for nothing here. */
const terms = ['type', 'metric', 'provider', 'consumer', 'clock', 'window', 'eachJourney', 'floor', 'expires'] as const satisfies readonly (keyof Sla)[];

function isSameOtherwise({ before, after }: Sides, pair: PromisePair): boolean {
  const [one, other] = [pair.before.spec.value, pair.after.spec.value];
  if (one.consumer === undefined) return false;
  const groups = (promise: PromiseProof): readonly string[] => promise.targets.map(({ group }) => JSON.stringify(group)).sort();
  return terms.every((term) => sameJson(one[term], other[term])) && sameJson(groups(pair.before), groups(pair.after)) && sameJson(hoursOf(before, pair.before), hoursOf(after, pair.after));
}

/** The hours that a promise is counted in, with all that they are taken from. Hours that nobody knows are like no others. */
function hoursOf({ workspace }: Side, { spec }: PromiseProof): unknown {
  const id = calendarIdOf(workspace, promisedBy(spec));
  if (id === always) return always;
  const found = findCalendar(workspace, id);
  const lineage = found === undefined ? { problem: undefined } : lineageOf(workspace, found);
  if ('problem' in lineage) return Symbol(spec.id);
  return lineage.line.map(({ value: { timezone, weekly, dayLength, holidays } }) => ({ timezone, weekly, dayLength, holidays }));
}
