import type { BenchmarkGroup, BenchmarkRow, BenchmarkUnit, BenchmarkValue } from '../../audit/benchmark/rows.js';
import type { VersionFound } from '../../audit/released-version.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import type { Verdict } from '../../analysis/proof/verdict.js';
import { hourWords, percentWords } from '../../base/amounts.js';
import { listOf, someOf } from '../../base/words.js';
import { daysWords } from '../past/days-words.js';
import { doubtWords, whenWords } from '../past/past-words.js';
import { verdictWords } from '../../analysis/proof/promise-words.js';
import type { BenchmarkResults } from './benchmark-results.js';

/** A table of a comparison: what stands above it, and its lines. */
export interface BenchmarkTable {
  readonly title: string;
  readonly lines: readonly BenchmarkLine[];
}

/** One line, ready to be laid out. */
export interface BenchmarkLine {
  readonly cells: readonly [what: string, before: string, after: string, difference: string];
  /** What is told below or beside it, each a sentence. */
  readonly notes: readonly string[];
  readonly judgement: 'better' | 'worse' | undefined;
}

/** The first line: what is compared. */
export function titleOf({ spec, title, before, after, branch }: BenchmarkResults): string {
  return `${spec} (${title}): ${before.version.version} compared with ${after.version.version}, on ${branch.label}`;
}

/** What stands on each side. */
export function introduction({ before, after }: BenchmarkResults): readonly string[] {
  return [sideWords(before), sideWords(after), orderWords(before.version, after.version), 'Each stands in the workspace of its commit: promises, calendars, KPIs and teams are those that the branch held then.'];
}

function sideWords({ version, contents }: VersionFound): string {
  const reused = contents > 1 ? ` ${contents} different contents have stood under this number, and this is the last of them that was released.` : '';
  const isBinding = version.status === 'active' || version.status === 'deprecated';
  const days = version.effective === undefined ? '' : `, ${isBinding ? '' : 'and says that it '}${daysWords({ status: version.status, ...version.effective })}`;
  return `${version.version}: ${version.status}${days}, recorded ${whenWords({ moment: version.brought })}.${reused}`;
}

/** Which of the two is older. What is told goes from the one that was named first to the other, as it was asked for. */
function orderWords(before: SpecVersion, after: SpecVersion): string {
  if (before.version === after.version) return 'Both are the same version.';
  if (olderSide(before, after) === 'before') return `${before.version} is the older of the two.`;
  return `${after.version} is the older of the two, so this reads backwards: a difference, and what is better or worse, is told on the way from ${before.version} back to ${after.version}.`;
}

/** The side that was recorded first. */
export function olderSide(before: SpecVersion, after: SpecVersion): 'before' | 'after' {
  return before.brought.place <= after.brought.place ? 'before' : 'after';
}

/** How the sides are called beside a line. */
interface SideNames {
  readonly sides: readonly [before: string, after: string];
  /** What stands before the names that only the one, or only the other, has. */
  readonly only: readonly [gone: string, fresh: string];
}

function sideNames({ before, after }: Partial<Pick<BenchmarkResults, 'before' | 'after'>>): SideNames {
  if (before === undefined || after === undefined) return { sides: ['Before', 'After'], only: ['Gone', 'New'] };
  const sides = [before.version.version!, after.version.version!] as const;
  return { sides, only: olderSide(before.version, after.version) === 'before' ? ['Gone', 'New'] : [`Only in ${sides[0]}`, `Only in ${sides[1]}`] };
}

/** What one should know of the whole, each a sentence. */
export function closingOf({ rows, ...doubts }: BenchmarkResults): readonly string[] {
  const judged = rows.filter(({ judgement }) => judgement !== undefined).length;
  const none = judged === 0 ? 'Nothing here is better or worse for certain. ' : '';
  return [`${none}Better and worse are said only where they are certain, of a promise that is the same otherwise and of its proof: more steps, more KPIs or a higher target are no merit by themselves. A dash stands for what is not there or cannot be said; words that are the same on both sides are left out.`, ...doubtWords(doubts)];
}

/** The rows as tables: one for each group, and one for each promise. Words that are the same on both sides are left out: numbers are what one compares. */
export function tablesOf({ rows, ...versions }: Pick<BenchmarkResults, 'rows'> & Partial<Pick<BenchmarkResults, 'before' | 'after'>>): readonly BenchmarkTable[] {
  const named = sideNames(versions);
  const tables = new Map<string, BenchmarkLine[]>();
  const divided = new Set(rows.flatMap(({ about, whom = {} }) => (Object.keys(whom).length === 0 ? [] : [about?.id])));
  for (const row of rows.filter((each) => !isSameText(each))) {
    const title = row.about === undefined || row.group !== 'promises' ? groups[row.group] : tableTitle(row.about);
    const lines = tables.get(title) ?? [];
    tables.set(title, lines);
    lines.push(lineOf(row, divided.has(row.about?.id) ? 'everybody else' : 'everybody', named));
  }
  return [...tables].map(([title, lines]) => ({ title, lines }));
}

function isSameText({ unit, what, before, after }: BenchmarkRow): boolean {
  return unit === undefined && what !== 'verdict' && before?.text === after?.text;
}

function tableTitle({ id, title }: NonNullable<BenchmarkRow['about']>): string {
  return id === title ? id : `${title} (${id})`;
}

const groups: Readonly<Record<BenchmarkGroup, string>> = { structure: 'Structure', promises: 'Promises', kpis: 'KPIs', data: 'Data', escalations: 'Escalations' };

const names: { readonly [what: string]: string } = {
  stages: 'Stages',
  steps: 'Steps',
  'steps-in-lane': 'Steps in the lane',
  'customer-steps': 'Steps that customers take',
  handoffs: 'Handoffs between teams',
  ways: 'Ways between steps',
  choices: 'Choices',
  'parallel-blocks': 'Branches that run together',
  loops: 'Loops',
  rounds: 'Most rounds on the way back',
  'automated-steps': 'Automated steps',
  systems: 'Systems',
  teams: 'Teams that work on it',
  promises: 'Promises of the whole',
  'part-promises': 'Promises of its parts',
  clock: 'Clock',
  calendar: 'Calendar',
  window: 'Period',
  until: 'No longer from',
  time: 'Time',
  share: 'Cases in time',
  slack: 'Time left',
  longest: 'Longest way',
  verdict: 'Proof',
  figures: 'KPIs and measures',
  unit: 'Unit',
  direction: 'Better is',
  baseline: 'Baseline',
  target: 'Target',
  collected: 'Asked of the customer',
  'collected-about-people': 'Of these about people',
  'collected-unsaid': 'Of these nobody says',
  escalations: 'Escalations',
  trigger: 'Set off by',
  rungs: 'Rungs',
};

const directions: { readonly [word: string]: string } = { up: 'more', down: 'less', band: 'within a band' };

/** Longer words do not fit a cell and are told below. */
const longestCell = 24;

function lineOf(row: BenchmarkRow, others: string, named: SideNames): BenchmarkLine {
  const { judgement, gone, fresh } = row;
  const sides = [valueWords(row, row.before), valueWords(row, row.after)] as const;
  const isLong = sides.some((words) => words.length > longestCell);
  const told = isLong ? named.sides.map((side, at) => `${side}: ${sides[at]!}.`) : [];
  const moved = [gone, fresh].map((list, at) => (list.length === 0 ? '' : `${named.only[at]!}: ${someOf(list)}.`));
  const why = judgement === undefined ? '' : `${judgement.is === 'better' ? 'Better' : 'Worse'}: ${judgement.why}`;
  return { cells: [nameOf(row, others), ...(isLong ? (['', ''] as const) : sides), differenceWords(row)], notes: [why, ...told, ...moved].filter((each) => each !== ''), judgement: judgement?.is };
}

function nameOf({ group: kind, about, what, of, whom }: BenchmarkRow, others: string): string {
  const subject = about === undefined || kind === 'promises' ? '' : `${about.id}: `;
  const group = whom === undefined ? '' : `, ${listOf(Object.entries(whom).map(([key, name]) => `${key} ${String(name)}`)) || others}`;
  return `${subject}${subject === '' ? (names[what] ?? what) : (names[what] ?? what).toLowerCase()}${of === undefined ? '' : ` ${of.replace('>', ' -> ')}`}${group}`;
}

/** What is not there is told by a dash, so that nobody takes it for nothing. */
function valueWords({ what, unit }: BenchmarkRow, value: BenchmarkValue | undefined): string {
  if (value === undefined) return '-';
  const { amount, text } = value;
  if (text !== undefined && what === 'verdict') return verdictWords[text as Verdict];
  if (text !== undefined && what === 'direction') return directions[text] ?? text;
  if (text !== undefined) return amount === undefined || /[hms]$/.test(text) ? text : `${text} (${amountWords(amount, unit)})`;
  return amount === undefined ? '-' : amountWords(amount, unit);
}

function amountWords(amount: number, unit: BenchmarkUnit | undefined): string {
  if (unit === 'seconds') return hourWords(amount);
  return unit === 'millionths' ? percentWords(amount) : String(amount);
}

function differenceWords({ difference, unit, judgement, before, after }: BenchmarkRow): string {
  const verdict = judgement === undefined ? '' : judgement.is;
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const words = difference === undefined ? (isSame ? '' : 'differs') : difference === 0 ? '' : `${difference > 0 ? '+' : ''}${amountWords(difference, unit)}`;
  return [words, verdict].filter((each) => each !== '').join(', ');
}
