import type { Group } from '../../analysis/proof/verdict.js';

/** What a row is about. */
export type BenchmarkGroup = 'structure' | 'promises' | 'kpis' | 'data' | 'escalations';

/** What the numbers of a row are: whole things, seconds of the promise's calendar, millionths of the cases, or the KPI's own unit. */
export type BenchmarkUnit = 'count' | 'seconds' | 'millionths' | 'number';

/** A value on one side: a number, a text, or a number as it is written: `10d`, 360,000 seconds. */
export interface BenchmarkValue {
  readonly amount?: number;
  readonly text?: string;
}

/** What is better or worse for certain, and why. */
export interface Judgement {
  readonly is: 'better' | 'worse';
  /** One sentence. */
  readonly why: string;
}

/** One line of a benchmark. */
export interface BenchmarkRow {
  readonly group: BenchmarkGroup;
  /** The promise, the KPI or the escalation that it is about, by its name on the second side; absent for the journey as a whole. */
  readonly about?: { readonly id: string; readonly title: string };
  /** What is compared, as a word for programs: `steps`, `time`, `baseline`. */
  readonly what: string;
  /** What is looked at closer: a lane, a way back. */
  readonly of?: string;
  /** Of a target: whom it is for. */
  readonly whom?: Group;
  /** What the numbers are. Absent for texts. */
  readonly unit?: BenchmarkUnit;
  /** Absent where this side has none, or where it cannot be said. */
  readonly before?: BenchmarkValue;
  readonly after?: BenchmarkValue;
  /** The second number less the first one, where both are there. */
  readonly difference?: number;
  /** Of things that are counted: those that only the first side has, and those that only the second one has. What was renamed is neither. */
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
  /** Absent where the sides are alike, and where nobody can say which is better: a count is no merit. */
  readonly judgement?: Judgement;
}

/** What every row says of itself. */
export type RowHead = Pick<BenchmarkRow, 'group' | 'what'> & Partial<Pick<BenchmarkRow, 'about' | 'of' | 'whom' | 'unit'>>;

/** A row with a value on each side. */
export function rowOf(head: RowHead, before: BenchmarkValue | undefined, after: BenchmarkValue | undefined, judgement?: Judgement): BenchmarkRow {
  const [one, other] = [before?.amount, after?.amount];
  return {
    ...head,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(one === undefined || other === undefined ? {} : { difference: exactDifference(one, other) }),
    gone: [],
    fresh: [],
    ...(judgement === undefined ? {} : { judgement }),
  };
}

/** A row that counts things by their names, those of the first side as they are called on the second one. */
export function countRow(head: RowHead, before: readonly string[] | undefined, after: readonly string[] | undefined): BenchmarkRow {
  const [then, now] = [new Set(before), new Set(after)];
  const known = before !== undefined && after !== undefined;
  const row = rowOf({ ...head, unit: 'count' }, before && { amount: then.size }, after && { amount: now.size });
  return { ...row, gone: known ? [...then].filter((name) => !now.has(name)) : [], fresh: known ? [...now].filter((name) => !then.has(name)) : [] };
}

/** A text on each side; no row where neither has one. */
export function textRows(head: RowHead, before: string | undefined, after: string | undefined): readonly BenchmarkRow[] {
  if (before === undefined && after === undefined) return [];
  return [rowOf(head, before === undefined ? undefined : { text: before }, after === undefined ? undefined : { text: after })];
}

/** 0.3 less 0.1 is 0.2: as many decimals as the numbers have themselves. */
function exactDifference(before: number, after: number): number {
  const places = Math.min(12, Math.max(decimalsOf(before), decimalsOf(after)));
  return Number((after - before).toFixed(places));
}

function decimalsOf(value: number): number {
  const [, decimals = '', exponent = '0'] = /(?:\.(\d+))?(?:e(-?\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}
