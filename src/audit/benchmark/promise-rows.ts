import { endOfPromise } from '../../analysis/promise-end.js';
import { calendarIdOf, candidateParts, promisedBy } from '../../analysis/proof/promises.js';
import { proveJourney } from '../../analysis/proof/prove-journey.js';
import type { Group, PromiseProof, TargetProof } from '../../analysis/proof/verdict.js';
import { listOf } from '../../model/journey.js';
import { betterTarget, betterVerdict } from './judge-promise.js';
import { countRow, rowOf, textRows, type BenchmarkRow, type BenchmarkValue, type RowHead } from './rows.js';
import type { Side, Sides } from './sides.js';

/** What is promised for the journey as a whole, and what the proof says of it. */
export function promiseRows(sides: Sides): readonly BenchmarkRow[] {
  const [then, now] = [proofsIn(sides.before, (id) => sides.spec('Sla', id)), proofsIn(sides.after, (id) => id)];
  const parts = ({ workspace, journey }: Side): readonly string[] => candidateParts(workspace, journey, '').map(({ id }) => id);
  return [
    countRow({ group: 'promises', what: 'promises' }, [...then.keys()], [...now.keys()]),
    countRow({ group: 'promises', what: 'part-promises' }, parts(sides.before).map((id) => partName(sides, id)), parts(sides.after)),
    ...[...new Set([...then.keys(), ...now.keys()])].flatMap((id) => rowsOfPromise(sides, id, then.get(id), now.get(id))),
  ];
}

function proofsIn({ workspace, journey }: Side, renamed: (id: string) => string): ReadonlyMap<string, PromiseProof> {
  return new Map((proveJourney(workspace, journey.id)?.promises ?? []).map((proof) => [renamed(proof.promise), proof]));
}

/** A promise in place is named by the journey and the step: `motor-claim#classify/promise`. */
function partName(sides: Sides, id: string): string {
  const [journey, inner] = id.split('#');
  if (inner === undefined) return sides.spec('Sla', id);
  const end = inner.lastIndexOf('/');
  return `${journey === sides.before.journey.id ? sides.after.journey.id : journey}#${sides.inside(inner.slice(0, end))}${inner.slice(end)}`;
}

function rowsOfPromise(sides: Sides, id: string, before: PromiseProof | undefined, after: PromiseProof | undefined): readonly BenchmarkRow[] {
  const head = { group: 'promises', about: { id, title: (after ?? before)!.title } } as const;
  const groups = new Map([...(before?.targets ?? []), ...(after?.targets ?? [])].map(({ group }) => [JSON.stringify(group), group]));
  return [
    ...textRows({ ...head, what: 'clock' }, clockOf(before), clockOf(after)),
    ...textRows({ ...head, what: 'calendar' }, calendarOf(sides.before, before), calendarOf(sides.after, after)),
    ...textRows({ ...head, what: 'window' }, before?.spec.value.window, after?.spec.value.window),
    ...textRows({ ...head, what: 'until' }, endIn(sides.before, before), endIn(sides.after, after)),
    ...[...groups.values()].flatMap((group) => rowsOfTarget(sides, head, group, before, after)),
    rowOf({ ...head, what: 'verdict' }, before && { text: before.verdict }, after && { text: after.verdict }, betterVerdict(before?.verdict, after?.verdict)),
  ];
}

function rowsOfTarget(sides: Sides, about: Omit<RowHead, 'what'>, whom: Group, before: PromiseProof | undefined, after: PromiseProof | undefined): readonly BenchmarkRow[] {
  const [then, now] = [targetFor(before, whom), targetFor(after, whom)];
  const judgement = before === undefined || after === undefined ? undefined : betterTarget(sides, { before, after }, whom);
  const row = (what: string, unit: 'seconds' | 'millionths', valueOf: (target: TargetProof) => BenchmarkValue | undefined, isJudged = false): readonly BenchmarkRow[] => {
    const [one, other] = [then && valueOf(then), now && valueOf(now)];
    if (one === undefined && other === undefined) return [];
    const isChanged = JSON.stringify(one) !== JSON.stringify(other);
    return [rowOf({ ...about, what, whom, unit }, one, other, isJudged && isChanged ? judgement : undefined)];
  };
  return [
    ...row('time', 'seconds', ({ target: { within, seconds } }) => valueOrNone(seconds, within), true),
    ...row('share', 'millionths', ({ target: { kept } }) => ({ amount: kept }), true),
    ...row('slack', 'seconds', ({ slack, target }) => (target.seconds === undefined ? undefined : valueOrNone(slack?.seconds))),
    ...row('longest', 'seconds', ({ paths }) => valueOrNone(paths[0]?.seconds)),
  ];
}

function valueOrNone(amount: number | undefined, text?: string): BenchmarkValue | undefined {
  if (amount === undefined && text === undefined) return undefined;
  return { ...(amount === undefined ? {} : { amount }), ...(text === undefined ? {} : { text }) };
}

function targetFor(promise: PromiseProof | undefined, whom: Group): TargetProof | undefined {
  return promise?.targets.find(({ group }) => JSON.stringify(group) === JSON.stringify(whom));
}

/** The first day on which the promise no longer holds. */
function endIn({ workspace }: Side, promise: PromiseProof | undefined): string | undefined {
  const spec = promise === undefined ? undefined : workspace.find('Sla', promise.promise);
  return spec === undefined ? undefined : endOfPromise(workspace, spec)?.day;
}

function clockOf(promise: PromiseProof | undefined): string | undefined {
  const { start, stop } = promise?.spec.value.clock ?? {};
  return start === undefined || stop === undefined ? undefined : `${listOf(start).join(' or ')} -> ${listOf(stop).join(' or ')}`;
}

function calendarOf({ workspace }: Side, promise: PromiseProof | undefined): string | undefined {
  return promise && calendarIdOf(workspace, promisedBy(promise.spec));
}
