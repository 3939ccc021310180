import { dataRows } from './data-rows.js';
import { escalationRows } from './escalation-rows.js';
import { kpiRows } from './kpi-rows.js';
import { promiseRows } from './promise-rows.js';
import type { BenchmarkRow } from './rows.js';
import { sidesOf, type BenchmarkSide } from './sides.js';
import { structureRows } from './structure-rows.js';

/**
 * Sets two journeys beside each other, or one journey in two versions: how they are built, what they promise and whether that adds up, the
 * numbers that they are steered by, what they ask of the customer, and who is told when a promise is at risk. What was renamed between
 * the two workspaces is one thing. A row says what is better or worse only where that is certain, and why; a count is no merit.
 *
 *     const rows = benchmark({ workspace: then, journey: 'motor-claim' }, { workspace: now, journey: 'motor-claim' });
 *
 * @param before - The side to begin from, in the workspace of its day.
 * @param after - The other side. Differences are its numbers less those of the first side, whichever of the two is older.
 * @returns The rows in the order in which they are read; `undefined` where one of the journeys is not there or nothing is known of its content.
 */
export function benchmark(before: BenchmarkSide, after: BenchmarkSide): readonly BenchmarkRow[] | undefined {
  const sides = sidesOf(before, after);
  return sides && [structureRows, promiseRows, kpiRows, dataRows, escalationRows].flatMap((rowsOf) => rowsOf(sides));
}
